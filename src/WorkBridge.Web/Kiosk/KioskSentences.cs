using System.Reflection;
using System.Reflection.Emit;
using System.Text;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.AspNetCore.Razor.TagHelpers;
using WorkBridge.Kiosks;
using WorkBridge.Matching;

namespace WorkBridge.Web.Kiosk;

/// <summary>One sentence of the screens, with its holes open.</summary>
public sealed record KioskSentence(string Key, string Vi, string En);

/// <summary>
/// Every sentence that a page of a screen can say. It is read from the compiled pages themselves: from each page under Pages/Kiosk
/// through what it calls to each pair of words, so that a new page needs no list. Names of trades and skills come last.
/// </summary>
public static class KioskSentences
{
    private static readonly Assembly[] Ours = [typeof(KioskSentences).Assembly, typeof(Words).Assembly];

    private static readonly Lazy<IReadOnlyList<KioskSentence>> Read = new(() =>
    {
        var found = new Dictionary<string, KioskSentence>(StringComparer.Ordinal);
        void Add(string vi, string en)
        {
            if (vi.Any(char.IsLetter))
                found.TryAdd(SentenceKey.Of(vi), new KioskSentence(SentenceKey.Of(vi), vi.Trim(), en.Trim()));
        }

        new Walk(Add).Run();
        foreach (var trade in Vocabulary.Default.Trades)
            Add(trade.Vi, trade.En);
        foreach (var skill in Vocabulary.Default.Skills)
            Add(skill.Vi, skill.En);
        return [.. found.Values];
    });

    public static IReadOnlyList<KioskSentence> All => Read.Value;

    /// <summary>What a call is followed into: not the mails, the imports and the jobs that a use case sets going; no screen shows them.</summary>
    private static bool IsShown(Type type) =>
        Ours.Contains(type.Assembly) && !type.Name.EndsWith("Mails", StringComparison.Ordinal) && type.Namespace is not ("WorkBridge.Email" or "WorkBridge.Files" or "WorkBridge.Web.Demo" or "WorkBridge.Data")
        && type != typeof(Words) && type != typeof(Sentence) && type != typeof(Tongue) && type != typeof(ScreenTongue) && type != typeof(KioskLanguages);

    private sealed class Walk(Action<string, string> say)
    {
        private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

        private readonly Queue<MethodBase> waiting = new();
        private readonly HashSet<MethodBase> seen = [];
        private readonly HashSet<Type> whole = [];
        private readonly Dictionary<string, Type> views = typeof(KioskSentences).Assembly.GetCustomAttributes<RazorCompiledItemAttribute>().ToDictionary(v => v.Identifier, v => v.Type, StringComparer.Ordinal);

        public void Run()
        {
            foreach (var (_, type) in views.Where(v => v.Key.StartsWith("/Pages/Kiosk/", StringComparison.Ordinal)).OrderBy(v => v.Key, StringComparer.Ordinal))
                Whole(type);
            foreach (var type in Ours[0].GetTypes().Where(t => t.Namespace == "WorkBridge.Web.Pages.Kiosk" && !t.IsNested).OrderBy(t => t.Name, StringComparer.Ordinal))
                Whole(type);
            while (waiting.TryDequeue(out var method))
                Look(method);
        }

        private void Whole(Type type)
        {
            type = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
            if (!IsShown(type) || !whole.Add(type))
                return;
            foreach (var method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
                Wait(method);
            foreach (var inner in type.GetNestedTypes(BindingFlags.NonPublic).Where(IsMade))
                Whole(inner);
            if (type.BaseType is { } above)
                Whole(above);
        }

        /// <summary>Made by the compiler: what an asynchronous page or a lambda in it became. Inside of another such type it carries no attribute.</summary>
        private static bool IsMade(Type type) => type.Name.Contains('<', StringComparison.Ordinal);

        private void Wait(MethodBase method)
        {
            if (method.DeclaringType is not { } type || !IsShown(type))
                return;
            if (method is MethodInfo { IsGenericMethod: true } generic)
                method = generic.GetGenericMethodDefinition();
            if (seen.Add(method))
                waiting.Enqueue(method);
            if (type.TypeInitializer is { } first && seen.Add(first))
                waiting.Enqueue(first);
            if (IsMade(type))
                Whole(type);
        }

        /// <summary>Reads the words out of one method, and goes on with what it calls.</summary>
        private void Look(MethodBase method)
        {
            if (method.GetMethodBody()?.GetILAsByteArray() is not { } il)
                return;
            var open = new Stack<Open>();
            string? last = null, beforeLast = null, kept = null;
            for (var at = 0; at < il.Length;)
            {
                short value = il[at++];
                if (value == 0xFE)
                    value = unchecked((short)(0xFE00 | il[at++]));
                var code = Codes[value];
                var operand = at;
                at += code.OperandType switch
                {
                    OperandType.InlineNone => 0,
                    OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                    OperandType.InlineVar => 2,
                    OperandType.InlineI8 or OperandType.InlineR => 8,
                    OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                    _ => 4,
                };
                string? now = null;
                switch (code.OperandType)
                {
                    case OperandType.InlineString:
                        kept = now = method.Module.ResolveString(BitConverter.ToInt32(il, operand));
                        if (now.StartsWith('_') && (views.GetValueOrDefault($"/Pages/Kiosk/{now}.cshtml") ?? views.GetValueOrDefault($"/Pages/Shared/{now}.cshtml")) is { } view)
                            Whole(view);
                        break;
                    case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok:
                        switch (Member(method, BitConverter.ToInt32(il, operand)))
                        {
                            case MethodBase { DeclaringType: { } on } called when on == typeof(Sentence):
                                if (called.IsConstructor)
                                    open.Push(new Open(kept));
                                else if (called.Name == nameof(Sentence.AppendLiteral) && open.TryPeek(out var reading))
                                    reading.Words.Append(last);
                                else if (called.Name == nameof(Sentence.AppendFormatted) && open.TryPeek(out reading))
                                    reading.Words.Append('{').Append(reading.Holes++).Append('}');
                                break;
                            case MethodBase called when IsPair(called):
                                Pair(called.GetParameters(), open, beforeLast, last);
                                break;
                            case MethodBase called:
                                Wait(called);
                                foreach (var helper in called.IsGenericMethod ? called.GetGenericArguments() : [])
                                {
                                    if (typeof(ITagHelper).IsAssignableFrom(helper))
                                        Whole(helper);
                                }

                                break;
                            case FieldInfo { DeclaringType: { } holder } when IsShown(holder):
                                if (holder.TypeInitializer is { } first && seen.Add(first))
                                    waiting.Enqueue(first);
                                if (IsMade(holder))
                                    Whole(holder);
                                break;
                        }

                        break;
                }

                (beforeLast, last) = (last, now);
            }
        }

        private static bool IsPair(MethodBase called) =>
            called.GetParameters().Length == 2
            && ((called.Name == nameof(Tongue.T) && (called.DeclaringType == typeof(Tongue) || called.DeclaringType == typeof(PageBase))) || (called.IsConstructor && called.DeclaringType == typeof(Words)));

        private void Pair(ParameterInfo[] takes, Stack<Open> open, string? beforeLast, string? last)
        {
            var (viOpen, enOpen) = (takes[0].ParameterType == typeof(Sentence), takes[1].ParameterType == typeof(Sentence));
            var second = enOpen && open.TryPop(out var en) ? en : null;
            var first = viOpen && open.TryPop(out var vi) ? vi : null;
            var words = viOpen ? first?.Words.ToString() : enOpen ? second?.Before : beforeLast;
            if (words is not null && (enOpen || viOpen || last is not null))
                say(words, enOpen ? second?.Words.ToString() ?? "" : last ?? "");
        }

        private static MemberInfo? Member(MethodBase method, int token)
        {
            try
            {
                return method.Module.ResolveMember(token, method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
            }
            catch (Exception e) when (e is ArgumentException or BadImageFormatException or TypeLoadException or FileNotFoundException)
            {
                return null;
            }
        }

        private sealed class Open(string? before)
        {
            public string? Before { get; } = before;

            public StringBuilder Words { get; } = new();

            public int Holes { get; set; }
        }
    }
}
