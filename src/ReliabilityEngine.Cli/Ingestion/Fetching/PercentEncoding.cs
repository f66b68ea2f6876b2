using System.Globalization;
using System.Text;

namespace ReliabilityEngine.Cli.Ingestion.Fetching;

/// <summary>One spelling for paths that mean the same (RFC 9309, 2.2.2).</summary>
static class PercentEncoding
{
    /// <summary>What need not be escaped is not, all else is, with capital digits.</summary>
    public static string Normal(string path)
    {
        if (Ascii.IsValid(path) && !path.Contains('%'))
            return path;
        var normal = new StringBuilder(path.Length);
        var bytes = Encoding.UTF8.GetBytes(path);
        for (var i = 0; i < bytes.Length; i++)
        {
            var isEscape = bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            var plain = isEscape ? byte.Parse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : bytes[i];
            if (isEscape ? IsUnreserved(plain) : Ascii.IsValid(plain))
                normal.Append((char)plain);
            else
                normal.Append(CultureInfo.InvariantCulture, $"%{plain:X2}");
            i += isEscape ? 2 : 0;
        }

        return normal.ToString();
    }

    static bool IsUnreserved(byte plain) => char.IsAsciiLetterOrDigit((char)plain) || plain is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
}
