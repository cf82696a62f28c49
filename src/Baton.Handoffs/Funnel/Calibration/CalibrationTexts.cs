namespace Baton.Handoffs.Funnel.Calibration;

/// <summary>Names the texts of the calibration report: <c>CalibrationTexts.resx</c> and <c>CalibrationTexts.ja.resx</c> beside this file.</summary>
public sealed class CalibrationTexts
{
    private CalibrationTexts()
    {
    }
}
