using Discharge.Benchmarks;
using Discharge.Benchmarks.Floors;

return args switch
{
    ["floor", ..] => await FloorApi.RunAsync(args[1..]),
    ["scan"] => await ScanByHand.RunAsync(),
    _ => await Suites.RunAsync(args),
};
