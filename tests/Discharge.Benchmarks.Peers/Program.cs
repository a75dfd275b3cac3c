using Discharge.Benchmarks.Peers;

return await AkkaApi.RunAsync(args);
