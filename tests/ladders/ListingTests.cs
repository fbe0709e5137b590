using Catapult.Ladders;
using NUnit.Framework;

namespace Catapult.Tests;

/// <summary>What is read out of listings of machine code and PTX.</summary>
public class ListingTests
{
    private const string X64 = """
        ; Assembly listing for method Some.Kernel:Run(ptr) (Tier0)
        G_M000_IG01:                ;; offset=0x0000
               ret
        ; Assembly listing for method Some.Kernel:Run(ptr) (FullOpts)
        ; Emitting BLENDED_CODE for generic X64 + VEX + EVEX on Unix

        G_M000_IG01:                ;; offset=0x0000
               push     rbp
               lea      rbp, [rsp+0x10]
               xor      eax, eax
               align    [0 bytes for IG03]

        G_M000_IG02:                ;; offset=0x00E6
               mov      ecx, dword ptr [rdi+4*rax]
        G_M000_IG03:                ;; offset=0x00F6
               vmovups  zmm12, zmmword ptr [r8]
               vfmadd231ps zmm0, zmm12, zmmword ptr [rsi] {1to16}
               vfmadd213ps zmm14, zmm13, zmm1
               vmovups  zmmword ptr [rbp-0xB0], zmm3
               cmp      dword ptr [rsi], 3
               prefetcht0 [rsi]
               dec      ecx
               jne      SHORT G_M000_IG03
               inc      rax
               jl       SHORT G_M000_IG02
               call     [Some:Other()]
               ret      

        ; Total bytes of code 123
        """;

    private const string Arm64 = """
        ; Assembly listing for method Some.Kernel:Run(ptr) (Tier1)
        G_M1_IG01:                ;; offset=0x0000
                    ldr     q16, [x0]
                    fmla    v17.4s, v16.4s, v18.4s
                    str     q17, [x1]
                    cbnz    x2, G_M1_IG01
                    bl      [Some:Other()]
        """;

    private const string Ptx = """
        .visible .entry kernel(
        	.param .u64 p)
        {
        	.reg .f32 	%f<9>;
        	ld.param.u64 %rd0, [p];
        	mov.u32 %r1, %tid.x;
        L_0_1:
        	ld.global.f32 %f1, [%rd0];
        	ld.shared.v4.f32 {%f1, %f2, %f3, %f4}, [%rd1];
        	fma.rn.f32 %f5, %f1, %f2, %f5;
        	mul.f32 %f6, %f1, %f2;
        	add.f32 %f7, %f5, %f6;
        	mad.lo.s32 %r2, %r1, 4, %r2;
        	@%p1 bra L_0_1;
        	bar.sync 0;
        	st.global.f32 [%rd0], %f5;
        	ret;
        }
        """;

    [Test]
    public void MachineCodeIsCounted()
    {
        CodeListing listing = JitListing.Parse(X64).Single();
        Assert.Multiple(() =>
        {
            Assert.That(listing.Name, Is.EqualTo("Some.Kernel:Run(ptr)"), "compiled twice, the second counts");
            Assert.That(listing.Whole, Is.EqualTo(new InstructionMix(Instructions: 16, Loads: 4, Stores: 1, Fmas: 2, Branches: 2, Calls: 1)));
            Assert.That(listing.InnerLoops.Single().Mix, Is.EqualTo(new InstructionMix(Instructions: 8, Loads: 3, Stores: 1, Fmas: 2, Branches: 1, Calls: 0)), "the inner of two loops");
        });
    }

    [Test]
    public void ArmIsCountedToo() =>
        Assert.That(JitListing.Parse(Arm64).Single().Whole, Is.EqualTo(new InstructionMix(Instructions: 5, Loads: 1, Stores: 1, Fmas: 1, Branches: 1, Calls: 1)));

    [Test]
    public void PtxIsCounted()
    {
        CodeListing listing = PtxListing.Parse("kernel", Ptx);
        Assert.That(listing.Whole, Is.EqualTo(new InstructionMix(Instructions: 12, Loads: 2, Stores: 1, Fmas: 2, Branches: 1, Calls: 0, Barriers: 1)), "declarations and parameters aside");
        Assert.That(listing.InnerLoops.Single().Mix, Is.EqualTo(new InstructionMix(7, 2, 0, 2, 1, 0)), "a product and a sum are one");
    }

    /// <summary>As ILGPU writes a loop in a loop: what follows the inner one stands before its body.</summary>
    [Test]
    public void LoopsAreFoundByTheirJumps()
    {
        CodeListing listing = PtxListing.Parse("kernel", """
            L_1:
            	@%p1 bra L_3;
            	bra.uni L_2;
            L_2:
            	ret;
            L_3:
            	bra L_4;
            L_4:
            	@%p2 bra L_6;
            	bra.uni L_5;
            L_5:
            	st.global.f32 [%rd7], %f1;
            	bra L_1;
            L_6:
            	ld.global.f32 %f2, [%rd8];
            	bra L_4;
            """);
        Assert.That(listing.InnerLoops.Single().Mix, Is.EqualTo(new InstructionMix(Instructions: 3, Loads: 1, Stores: 0, Fmas: 0, Branches: 2, Calls: 0)));
    }

    [Test]
    public void InlineTextIsCountedStatementByStatement() => Assert.That(
        PtxListing.Parse("kernel", "\t{ .reg .f32 x<4>; mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 {%f1, %f2}, {%r1}; mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 {%f1, %f2}, {%r1}; }").Whole,
        Is.EqualTo(new InstructionMix(Instructions: 2, Loads: 0, Stores: 0, Fmas: 2, Branches: 0, Calls: 0)));

    [Test]
    public void MixReadsAsWords() =>
        Assert.That($"{new InstructionMix(9, 2, 0, 1, 1, 0, Floats: 2)}", Is.EqualTo("9 instructions: 2 loads, 1 FMA, 2 float operations, 1 branch"));
}
