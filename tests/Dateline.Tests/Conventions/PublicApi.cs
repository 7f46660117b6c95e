using System.Reflection;
using System.Text;

namespace Dateline.Tests.Conventions;

/// <summary>What the library offers others, a line per member, in an order that no compiler changes.</summary>
internal static class PublicApi
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(uint)] = "uint",
        [typeof(ulong)] = "ulong",
        [typeof(ushort)] = "ushort",
        [typeof(short)] = "short",
    };

    private static readonly NullabilityInfoContext Nulls = new();

    /// <summary>The public types of an assembly with their members.</summary>
    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Name(type, withSpace: true)).Append(" : ").Append(Kind(type)).Append('\n');
            foreach (var line in Members(type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                text.Append("  ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Kind(Type type)
    {
        var what = type.IsEnum ? "enum" : type.IsInterface ? "interface" : typeof(Delegate).IsAssignableFrom(type) ? "delegate" : type.IsValueType ? "struct" : IsRecord(type) ? "record" : "class";
        var how = type.IsInterface || type.IsValueType || what is "delegate" ? "" : type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        var above = type.GetInterfaces().Where(face => face.IsPublic && !face.IsGenericType).Select(face => Name(face)).Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum) && what is not "delegate")
        {
            above.Insert(0, Name(parent));
        }

        return how + what + (above.Count == 0 || type.IsEnum ? "" : " of " + string.Join(", ", above));
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), System.Globalization.CultureInfo.InvariantCulture)}");
        }

        return
        [
            .. type.GetConstructors(Own).Where(IsOffered).Select(made => $"new({Parameters(made)})"),
            .. type.GetFields(Own).Where(field => field.IsPublic && !field.IsSpecialName).Select(field => $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Typed(field.FieldType, Nulls.Create(field))} {field.Name}"),
            .. type.GetProperties(Own).Where(property => property.GetAccessors(nonPublic: true).Any(IsOffered) && property.Name is not "EqualityContract").Select(Property),
            .. type.GetMethods(Own).Where(method => IsOffered(method) && !method.IsSpecialName && !IsMade(method)).Select(Method),
        ];
    }

    private static string Property(PropertyInfo property)
    {
        var accessors = new[] { property.GetMethod is { } get && IsOffered(get) ? "get;" : null, property.SetMethod is { } set && IsOffered(set) ? IsInit(set) ? "init;" : "set;" : null }.OfType<string>();
        return $"{(property.GetAccessors(nonPublic: true)[0].IsStatic ? "static " : "")}{Typed(property.PropertyType, Nulls.Create(property))} {property.Name} {{ {string.Join(' ', accessors)} }}";
    }

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        return $"{(method.IsStatic ? "static " : "")}{Typed(method.ReturnType, Nulls.Create(method.ReturnParameter))} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.IsOut ? "out " : "")}{Typed(parameter.ParameterType, Nulls.Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? " = …" : "")}"));

    private static string Typed(Type type, NullabilityInfo nulls) => Name(type) + (!type.IsValueType && nulls.ReadState == NullabilityState.Nullable ? "?" : "");

    private static string Name(Type type, bool withSpace = false)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        var own = type.Name.Split('`')[0];
        var arguments = type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(argument => Name(argument)))}>" : "";
        return (withSpace && type.Namespace is { } space ? space + "." : "") + (type.IsNested && !type.IsGenericParameter ? type.DeclaringType!.Name + "." : "") + own + arguments;
    }

    private static bool IsOffered(MethodBase method) => method.IsPublic || method.IsFamily;

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit");

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    /// <summary>What the compiler makes for every record.</summary>
    private static bool IsMade(MethodInfo method) => method.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is not null
        || method.Name is "<Clone>$" or "PrintMembers" or "Equals" or "GetHashCode" or "ToString" or "Deconstruct";
}
