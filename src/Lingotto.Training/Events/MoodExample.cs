using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>An event whose modality and polarity are to be told by hashed features.</summary>
internal sealed record MoodExample(uint[] Features, AutomotiveEvent Event, float Weight)
{
    public Modality Modality => Event.Modality;

    public Polarity Polarity => Event.Polarity;
}
