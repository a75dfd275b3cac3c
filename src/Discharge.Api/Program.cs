using Discharge.Api;

return await DischargeApi.RunAsync(args);
