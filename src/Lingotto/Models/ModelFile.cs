using System.Buffers;
using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace Lingotto;

/// <summary>
/// A model container: named sections, read in place from an embedded resource or a mapped file. Immutable, safe for concurrent use.
/// </summary>
/// <remarks>
/// Little-endian. Header: magic <c>LNGT</c>, format version (int32), number of sections (int32), CRC-32C of the table (uint32); then the
/// table: name (32 bytes of UTF-8, zero-padded), offset and length (int64 each), CRC-32C of the content (uint32), four zero bytes; then the sections, each at a
/// multiple of 64 bytes. A section is checked when it is opened, so that what is not used costs nothing.
/// </remarks>
public sealed unsafe class ModelFile
{
    /// <summary>The format version that this library reads and writes.</summary>
    public const int FormatVersion = 1;

    internal const int HeaderLength = 16;
    internal const int EntryLength = 56;
    internal const int NameLength = 32;
    internal const int Alignment = 64;
    internal static ReadOnlySpan<byte> Magic => "LNGT"u8;

    private readonly ReadOnlyMemory<byte> _content;
    private readonly Dictionary<string, (int Offset, int Length, uint Checksum)> _sections = new(StringComparer.Ordinal);

    private ModelFile(string name, ReadOnlyMemory<byte> content)
    {
        Name = name;
        _content = content;
        ReadTable(content.Span);
    }

    /// <summary>Name of the file or embedded resource, for messages.</summary>
    public string Name { get; }

    /// <summary>Names of the sections.</summary>
    public IReadOnlyCollection<string> Sections => _sections.Keys;

    /// <summary>Opens a model that lies in memory; the memory must not change.</summary>
    /// <exception cref="ModelFormatException">The content is no model of this format version.</exception>
    public static ModelFile Open(string name, ReadOnlyMemory<byte> content) => new(name, content);

    /// <summary>Opens a model file by mapping it into memory for the life of the process.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ModelFormatException">The content is no model of this format version.</exception>
    public static ModelFile OpenFile(string path)
    {
        long length = new FileInfo(path).Length;
        if (length is 0 or > int.MaxValue) throw new ModelFormatException(path, "header", $"expected a file of at least {HeaderLength} bytes and under 2 GB, found {length} bytes");
        using MemoryMappedFile file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        MemoryMappedViewAccessor view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        return new ModelFile(path, new PointerMemory(pointer, (int)length, view).Memory);
    }

    /// <summary>Opens a model embedded in an assembly, in place.</summary>
    /// <exception cref="FileNotFoundException">The assembly has no such resource.</exception>
    /// <exception cref="ModelFormatException">The content is no model of this format version.</exception>
    public static ModelFile OpenResource(Assembly assembly, string name)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        Stream stream = assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"Assembly {assembly.GetName().Name} holds no model '{name}'.", name);
        if (stream is UnmanagedMemoryStream unmanaged)
        {
            return new ModelFile(name, new PointerMemory(unmanaged.PositionPointer, (int)unmanaged.Length, stream).Memory);
        }

        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return new ModelFile(name, copy.ToArray());
    }

    /// <summary>Whether there is a section of this name.</summary>
    public bool HasSection(string section) => _sections.ContainsKey(section);

    /// <summary>The bytes of a section, checked against their checksum.</summary>
    /// <exception cref="ModelFormatException">There is no such section, or its checksum does not fit.</exception>
    public ReadOnlyMemory<byte> Section(string section)
    {
        if (!_sections.TryGetValue(section, out (int Offset, int Length, uint Checksum) entry))
        {
            throw new ModelFormatException(Name, section, $"expected such a section, found only {string.Join(", ", _sections.Keys)}");
        }

        ReadOnlyMemory<byte> content = _content.Slice(entry.Offset, entry.Length);
        uint checksum = Crc32C(content.Span);
        if (checksum != entry.Checksum) throw new ModelFormatException(Name, section, $"expected checksum {entry.Checksum:x8}, found {checksum:x8}");
        return content;
    }

    /// <summary>A section as text in UTF-8.</summary>
    /// <exception cref="ModelFormatException">There is no such section, or its checksum does not fit.</exception>
    public string Text(string section) => Encoding.UTF8.GetString(Section(section).Span);

    internal static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        // Four interleaved streams, so that the three-cycle latency of the instruction is hidden; combined by hashing their results.
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        uint a = ~0u, b = ~0u, c = ~0u, d = ~0u;
        int i = 0;
        for (; i + 4 <= words.Length; i += 4)
        {
            a = BitOperations.Crc32C(a, words[i]);
            b = BitOperations.Crc32C(b, words[i + 1]);
            c = BitOperations.Crc32C(c, words[i + 2]);
            d = BitOperations.Crc32C(d, words[i + 3]);
        }

        for (i *= 8; i < bytes.Length; i++) a = BitOperations.Crc32C(a, bytes[i]);
        a = BitOperations.Crc32C(a, b);
        a = BitOperations.Crc32C(a, c);
        return BitOperations.Crc32C(a, d);
    }

    private void ReadTable(ReadOnlySpan<byte> content)
    {
        if (content.Length < HeaderLength || !content[..4].SequenceEqual(Magic))
        {
            throw new ModelFormatException(Name, "header", $"expected a Lingotto model that begins with LNGT, found {content.Length} bytes that do not");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(content[4..]);
        if (version != FormatVersion)
        {
            throw new ModelFormatException(Name, "header", $"expected format version {FormatVersion}, found {version}: install model and library packages of the same version");
        }

        int count = BinaryPrimitives.ReadInt32LittleEndian(content[8..]);
        if (count is < 0 or > 4096 || content.Length < HeaderLength + (count * EntryLength))
        {
            throw new ModelFormatException(Name, "header", $"expected a table of {count} sections, found a file of {content.Length} bytes");
        }

        ReadOnlySpan<byte> table = content.Slice(HeaderLength, count * EntryLength);
        uint expected = BinaryPrimitives.ReadUInt32LittleEndian(content[12..]), found = Crc32C(table);
        if (expected != found) throw new ModelFormatException(Name, "header", $"expected checksum {expected:x8} of the section table, found {found:x8}");
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> entry = table.Slice(i * EntryLength, EntryLength);
            string name = Encoding.UTF8.GetString(entry[..NameLength].TrimEnd((byte)0));
            long offset = BinaryPrimitives.ReadInt64LittleEndian(entry[NameLength..]);
            long length = BinaryPrimitives.ReadInt64LittleEndian(entry[(NameLength + 8)..]);
            if (offset < 0 || length < 0 || offset + length > content.Length)
            {
                throw new ModelFormatException(Name, name, $"expected bytes {offset} to {offset + length}, found a file of {content.Length} bytes: it is truncated");
            }

            _sections[name] = ((int)offset, (int)length, BinaryPrimitives.ReadUInt32LittleEndian(entry[(NameLength + 16)..]));
        }
    }

    private sealed class PointerMemory(byte* pointer, int length, object owner) : MemoryManager<byte>
    {
        private readonly object _owner = owner;   // keeps the resource or the mapping alive

        public override Span<byte> GetSpan() => new(pointer, length);

        public override MemoryHandle Pin(int elementIndex = 0)
        {
            GC.KeepAlive(_owner);
            return new MemoryHandle(pointer + elementIndex);
        }

        public override void Unpin() { }

        protected override void Dispose(bool disposing) { }
    }
}
