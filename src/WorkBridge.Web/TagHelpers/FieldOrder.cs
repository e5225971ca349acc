using Microsoft.AspNetCore.Mvc.Rendering;

namespace WorkBridge.Web.TagHelpers;

/// <summary>The fields of the page being written, in order. The error summary stands above them but is written out last.</summary>
internal sealed class FieldOrder
{
    private readonly List<(string Name, string Id)> fields = [];

    public IReadOnlyList<(string Name, string Id)> Fields => fields;

    public void Add(string name, string id) => fields.Add((name, id));

    public static FieldOrder Of(ViewContext view)
    {
        if (view.HttpContext.Items[typeof(FieldOrder)] is not FieldOrder order)
            view.HttpContext.Items[typeof(FieldOrder)] = order = new FieldOrder();
        return order;
    }
}
