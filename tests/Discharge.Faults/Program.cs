using Discharge.Faults;

return await Suite.RunAsync(args);
