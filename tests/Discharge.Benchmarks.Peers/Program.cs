using Discharge.Benchmarks.Peers;

return args switch
{
    ["akka", .. var rest] => await AkkaApi.RunAsync(rest),
    ["marten", .. var rest] => await MartenApi.RunAsync(rest),
    ["message-db", .. var rest] => await MessageDbApi.RunAsync(rest),
    _ => throw new ArgumentException("Say which: akka, marten or message-db."),
};
