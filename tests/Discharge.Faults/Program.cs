using Discharge.Faults;

return await Running.RunAsync(args);
