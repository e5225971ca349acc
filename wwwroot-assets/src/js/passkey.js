// Passkeys: a form marked data-wb-passkey shows itself where the browser knows passkeys. It asks the page for options, lets the
// browser make ("create") or use ("get") a passkey, puts the answer into the hidden field Credential and sends the form.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const withIds = (list) => list?.map((entry) => ({ ...entry, id: bytes(entry.id) }));

const make = async (options) => {
  const made = await navigator.credentials.create({
    publicKey: {
      ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: withIds(options.excludeCredentials),
    },
  });
  return {
    attestationObject: text(made.response.attestationObject),
    clientDataJSON: text(made.response.clientDataJSON),
    transports: made.response.getTransports?.() ?? [],
    of: made,
  };
};

const use = async (options) => {
  const used = await navigator.credentials.get({ publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: withIds(options.allowCredentials) } });
  return {
    authenticatorData: text(used.response.authenticatorData),
    clientDataJSON: text(used.response.clientDataJSON),
    signature: text(used.response.signature),
    userHandle: used.response.userHandle ? text(used.response.userHandle) : null,
    of: used,
  };
};

const json = ({ of, ...response }) => JSON.stringify({
  id: of.id, rawId: text(of.rawId), type: of.type, authenticatorAttachment: of.authenticatorAttachment ?? undefined,
  clientExtensionResults: of.getClientExtensionResults(), response,
});

// Words that came from the page, fit to be read.
class Said extends Error {}

if (window.PublicKeyCredential && navigator.credentials) {
  for (const form of document.querySelectorAll('form[data-wb-passkey]')) {
    const status = form.querySelector('[data-wb-passkey-status]');
    const button = form.querySelector('button[type="submit"]');
    form.hidden = false;
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      status.textContent = '';
      button.disabled = true;
      try {
        const asked = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form), credentials: 'same-origin' });
        if (!asked.ok) {
          const said = await asked.json().catch(() => null);
          throw new Said(said?.error ?? '');
        }
        const options = await asked.json();
        form.elements.namedItem('Credential').value = json(await (form.dataset.wbPasskey === 'create' ? make : use)(options));
        form.submit();
      } catch (failure) {
        // The browser's own words are about "operations"; ours say what to do.
        status.textContent = (failure instanceof Said && failure.message) || status.dataset.failed;
        button.disabled = false;
      }
    });
  }
}
