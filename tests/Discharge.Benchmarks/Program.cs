using Discharge.Benchmarks;
using Discharge.Benchmarks.Floors;

return args is ["floor", ..] ? await FloorApi.RunAsync(args[1..]) : await Suites.RunAsync(args);
