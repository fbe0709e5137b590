using Catapult.Cli;
using NUnit.Framework;

namespace Catapult.Tests;

[TestFixture]
public sealed class DeviceTableTests
{
    [Test]
    public void ListsEveryValueOfDeviceInOrder() =>
        Assert.That(DeviceTable.Devices().Select(device => device.Kind), Is.EqualTo(Choices.Devices));

    [Test]
    public void TheProcessorAndTheReferenceAreAlwaysUsable() =>
        Assert.That(DeviceTable.Devices().Where(device => device.Kind is "cpu" or "reference").Select(device => device.Obstacle), Is.All.Null);

    [Test]
    public void ColumnsAreAligned()
    {
        var output = new StringWriter();
        DeviceTable.Print(output, [new("cpu", "a processor"), new("ilgpu-cpu", "an accelerator", "built without it")], terminal: false);
        Assert.That(output.ToString().Split(Environment.NewLine), Is.EqualTo(new[]
        {
            "device     usable  what it is",
            "cpu        yes     a processor",
            "ilgpu-cpu  no      an accelerator; built without it",
            "",
        }));
    }
}
