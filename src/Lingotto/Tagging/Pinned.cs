using System.Buffers;

namespace Lingotto.Tagging;

/// <summary>Keeps memory in place for as long as the model that reads it by pointer lives.</summary>
internal sealed unsafe class Pinned
{
    private readonly List<MemoryHandle> _handles = [];

    /// <summary>Pins the memory and gives its address.</summary>
    public void* Pin(ReadOnlyMemory<byte> memory)
    {
        MemoryHandle handle = memory.Pin();
        _handles.Add(handle);
        return handle.Pointer;
    }

    /// <summary>Unpins all.</summary>
    ~Pinned()
    {
        foreach (MemoryHandle handle in _handles) handle.Dispose();
    }
}
