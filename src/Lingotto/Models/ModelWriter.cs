using System.Buffers.Binary;
using System.Text;

namespace Lingotto;

/// <summary>Collects sections and writes them as a model container; the same sections give the same bytes. Not safe for concurrent use.</summary>
public sealed class ModelWriter
{
    private readonly List<(string Name, byte[] Content)> _sections = [];

    /// <summary>Adds a section.</summary>
    /// <exception cref="ArgumentException">The name is empty, taken, or over 32 bytes of UTF-8.</exception>
    public ModelWriter Add(string name, ReadOnlySpan<byte> content)
    {
        int length = Encoding.UTF8.GetByteCount(name);
        if (length is 0 or > ModelFile.NameLength) throw new ArgumentException($"A section name has 1 to {ModelFile.NameLength} bytes, '{name}' has {length}.", nameof(name));
        if (_sections.Exists(s => s.Name == name)) throw new ArgumentException($"There is a section '{name}' already.", nameof(name));
        _sections.Add((name, content.ToArray()));
        return this;
    }

    /// <summary>Adds a section of text as UTF-8.</summary>
    /// <exception cref="ArgumentException">The name is empty, taken, or over 32 bytes of UTF-8.</exception>
    public ModelWriter Add(string name, string content) => Add(name, Encoding.UTF8.GetBytes(content));

    /// <summary>The container's bytes.</summary>
    public byte[] ToArray()
    {
        long offset = Align(ModelFile.HeaderLength + (_sections.Count * ModelFile.EntryLength));
        var offsets = new long[_sections.Count];
        for (int i = 0; i < _sections.Count; i++)
        {
            offsets[i] = offset;
            offset = Align(offset + _sections[i].Content.Length);
        }

        var bytes = new byte[offset];
        Span<byte> table = bytes.AsSpan(ModelFile.HeaderLength, _sections.Count * ModelFile.EntryLength);
        for (int i = 0; i < _sections.Count; i++)
        {
            (string name, byte[] content) = _sections[i];
            Span<byte> entry = table.Slice(i * ModelFile.EntryLength, ModelFile.EntryLength);
            Encoding.UTF8.GetBytes(name, entry);
            BinaryPrimitives.WriteInt64LittleEndian(entry[ModelFile.NameLength..], offsets[i]);
            BinaryPrimitives.WriteInt64LittleEndian(entry[(ModelFile.NameLength + 8)..], content.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[(ModelFile.NameLength + 16)..], ModelFile.Crc32C(content));
            content.CopyTo(bytes.AsSpan((int)offsets[i]));
        }

        ModelFile.Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), ModelFile.FormatVersion);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), _sections.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), ModelFile.Crc32C(table));
        return bytes;
    }

    private static long Align(long offset) => (offset + ModelFile.Alignment - 1) / ModelFile.Alignment * ModelFile.Alignment;
}
