using System.Runtime.InteropServices;

namespace Lingotto.Inference;

/// <summary>Memory outside the managed heap, aligned to 64 bytes, zeroed, freed with its owner.</summary>
internal sealed unsafe class NativeBuffer
{
    /// <summary>Allocates zeroed memory.</summary>
    public NativeBuffer(long bytes)
    {
        Pointer = (byte*)NativeMemory.AlignedAlloc((nuint)bytes, 64);
        NativeMemory.Clear(Pointer, (nuint)bytes);
    }

    ~NativeBuffer() => NativeMemory.AlignedFree(Pointer);

    /// <summary>The first byte.</summary>
    public byte* Pointer { get; }
}
