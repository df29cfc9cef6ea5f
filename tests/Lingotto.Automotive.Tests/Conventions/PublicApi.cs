using System.Reflection;
using System.Text;

namespace Lingotto.Automotive.Tests.Conventions;

/// <summary>Writes the public API of an assembly as text, one member a line, in ordinal order.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(type.Namespace).Append('.').Append(Name(type)).Append(Bases(type)).Append('\n');
            foreach (string member in type.GetMembers(Declared).Select(Member).OfType<string>().Order(StringComparer.Ordinal)) text.Append("  ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : type.IsAbstract && type.IsSealed ? "static class" : type.IsSealed ? "sealed class" : "class";

    private static string Bases(Type type)
    {
        if (type.IsEnum) return "";
        IEnumerable<Type> bases = (type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType) ? [b] : Array.Empty<Type>()).Concat(type.GetInterfaces().Where(i => i.IsPublic));
        string names = string.Join(", ", bases.Select(Name).Order(StringComparer.Ordinal));
        return names.Length == 0 ? "" : " : " + names;
    }

    private static string? Member(MemberInfo member) => member switch
    {
        FieldInfo { IsSpecialName: false } f => f.DeclaringType!.IsEnum ? $"{f.Name} = {Convert.ToInt64(f.GetRawConstantValue(), System.Globalization.CultureInfo.InvariantCulture)}" : $"{(f.IsStatic ? "static " : "")}{Name(f.FieldType)} {f.Name}",
        PropertyInfo p => $"{(p.GetAccessors()[0].IsStatic ? "static " : "")}{Name(p.PropertyType)} {p.Name}{Indexer(p)} {{{(p.GetMethod is { IsPublic: true } ? " get;" : "")}{Setter(p)} }}",
        ConstructorInfo c => $"new({Parameters(c)})",
        MethodInfo m when !m.IsSpecialName && !m.Name.StartsWith('<') => $"{(m.IsStatic ? "static " : "")}{Name(m.ReturnType)} {m.Name}{Generics(m)}({Parameters(m)})",
        MethodInfo m when m.Name.StartsWith("op_", StringComparison.Ordinal) => $"static {Name(m.ReturnType)} {m.Name}({Parameters(m)})",
        EventInfo e => $"event {Name(e.EventHandlerType!)} {e.Name}",
        _ => null,
    };

    private static string Indexer(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{string.Join(", ", parameters.Select(p => Name(p.ParameterType)))}]" : "";

    private static string Setter(PropertyInfo property)
    {
        if (property.SetMethod is not { IsPublic: true } set) return "";
        return set.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit") ? " init;" : " set;";
    }

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(p => $"{(p.IsOut ? "out " : p.ParameterType.IsByRef ? "ref " : "")}{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? " = default" : "")}"));

    private static string Generics(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Name(Type type)
    {
        if (type.IsByRef) return Name(type.GetElementType()!);
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } inner) return Name(inner) + "?";
        string name = type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        int tick = name.IndexOf('`', StringComparison.Ordinal);
        if (tick < 0) return name;
        return $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
