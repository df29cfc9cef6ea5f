using System.Runtime.InteropServices;

namespace Lingotto.Training.Parsing;

/// <summary>Growing room for floats outside the managed heap, aligned to 64 bytes. Contents are lost when it grows. Freed by <see cref="Dispose"/>.</summary>
internal sealed unsafe class NativeArray : IDisposable
{
    private long _capacity;

    /// <summary>The first element.</summary>
    public float* Pointer { get; private set; }

    /// <summary>Makes room for at least <paramref name="length"/> floats and sets them to zero.</summary>
    public float* Zeroed(long length)
    {
        float* pointer = Reserve(length);
        NativeMemory.Clear(pointer, (nuint)(length * sizeof(float)));
        return pointer;
    }

    /// <summary>Makes room for at least <paramref name="length"/> floats of any value.</summary>
    public float* Reserve(long length)
    {
        if (length > _capacity)
        {
            NativeMemory.AlignedFree(Pointer);
            _capacity = length + (length / 4) + 64;
            Pointer = (float*)NativeMemory.AlignedAlloc((nuint)(_capacity * sizeof(float)), 64);
        }

        return Pointer;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.AlignedFree(Pointer);
        Pointer = null;
        _capacity = 0;
    }
}
