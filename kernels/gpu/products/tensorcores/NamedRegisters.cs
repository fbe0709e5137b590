namespace Catapult.Kernels.Gpu;

/// <summary>
/// The registers of <see cref="CudaPipeline{M}"/>, which its text declares: sums mc0 to mc63, operands ma0 to ma7 and mb0 to mb15. Block (i, j) has the sums
/// mc(16 i + 4 j) and the next three.
/// </summary>
internal static class NamedRegisters
{
    /// <summary>The sums of each block, and registers of both operands as an instruction takes them.</summary>
    public const string
        C00 = "{mc0, mc1, mc2, mc3}", C01 = "{mc4, mc5, mc6, mc7}", C02 = "{mc8, mc9, mc10, mc11}", C03 = "{mc12, mc13, mc14, mc15}",
        C10 = "{mc16, mc17, mc18, mc19}", C11 = "{mc20, mc21, mc22, mc23}", C12 = "{mc24, mc25, mc26, mc27}", C13 = "{mc28, mc29, mc30, mc31}",
        C20 = "{mc32, mc33, mc34, mc35}", C21 = "{mc36, mc37, mc38, mc39}", C22 = "{mc40, mc41, mc42, mc43}", C23 = "{mc44, mc45, mc46, mc47}",
        C30 = "{mc48, mc49, mc50, mc51}", C31 = "{mc52, mc53, mc54, mc55}", C32 = "{mc56, mc57, mc58, mc59}", C33 = "{mc60, mc61, mc62, mc63}",
        A0 = "{ma0, ma1, ma2, ma3}", A1 = "{ma4, ma5, ma6, ma7}",
        B0 = "{mb0, mb1}", B1 = "{mb2, mb3}", B2 = "{mb4, mb5}", B3 = "{mb6, mb7}", B4 = "{mb8, mb9}", B5 = "{mb10, mb11}", B6 = "{mb12, mb13}", B7 = "{mb14, mb15}";
}
