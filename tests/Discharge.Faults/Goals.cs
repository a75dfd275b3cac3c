namespace Discharge.Faults;

/// <summary>What the service is to reach while something is done to it.</summary>
internal static class Goals
{
    /// <summary>R1: a node that is started again serves.</summary>
    public static readonly Goal NodeServes = new("from the start of a node's process to its first answer to a command", 3);

    /// <summary>How much of that goes by until it takes requests at all.</summary>
    public static readonly Goal NodeListens = new("of that, until it listens", Most: null);

    /// <summary>R2: what one node leaves undone, the other does in time.</summary>
    public static readonly Goal Lateness = new("a breach recorded so long after its moment, or after what made it known was recorded", 5);

    /// <summary>R2: whoever asks the surviving node hardly notices.</summary>
    public static readonly Goal Survivor = new("sendings to the surviving node that it did not answer, or with 5xx", 0.5, "%");

    /// <summary>R3: the service finds the database again.</summary>
    public static readonly Goal FindsDatabase = new("from the database taking statements to the first answer for which it is needed", 2);

    /// <summary>R3: and so does everybody who asks it.</summary>
    public static readonly Goal FindsDatabaseForEach = new("what each person first begins to send once the database takes statements, sent again as need be, until it is answered by what is on record", 2);

    /// <summary>R3: the database is back.</summary>
    public static readonly Goal DatabaseReturns = new("from stopping the database until it takes statements", 10);

    /// <summary>R3: and so it is where there is as much to recover as the goal allows for.</summary>
    public static readonly Goal DatabaseReturnsWithMuch = new("the same with about 1 GB written ahead since its last checkpoint", 10);

    /// <summary>How much there was to recover.</summary>
    public static readonly Goal Ahead = new("written ahead since the last checkpoint when the database was stopped", Most: null, "MB");

    /// <summary>How much there was where there was to be much.</summary>
    public static readonly Goal AheadMuch = new("the same where much was written before", Most: null, "MB");

    /// <summary>R5: nobody waits longer than one statement may take.</summary>
    public static readonly Goal Answered = new("longest wait for an answer in a cycle", 5);

    /// <summary>What the same is called for questions.</summary>
    public const string AnsweredQuestion = "longest wait for an answer to a question in a cycle";

    /// <summary>R5: what was sent into connections of which the other side is gone is given up.</summary>
    public static readonly Goal LeavesHalfOpen = new("from connections being left half open to the first answers by others for which the database is needed", 5);

    /// <summary>The same for everybody, who may come upon one after another of them.</summary>
    public static readonly Goal LeavesHalfOpenForEach = new("what each person first begins to send once connections are left half open, sent again as need be, until it is answered by what is on record", Most: null);

    /// <summary>R5: the service finds new connections.</summary>
    public static readonly Goal FindsConnections = new("from the end of the disturbance to the next answer for which the database is needed", 2);

    /// <summary>R5: the pool is whole again for everybody. Whoever still waits for what they sent into the disturbance is let wait: that is judged by the longest wait.</summary>
    public static readonly Goal HealsForEach = new("what each person first begins to send after the end of the disturbance, sent again as need be, until it is answered by what is on record", 2);

    /// <summary>R9: who sends what can be read does not notice what cannot. One round alone hangs on what else the machine does.</summary>
    public static readonly Goal Unaffected = new("99th percentile of the wait for an answer, beside the mean of the same work without poison before and after: the median of the rounds", 1.2, "times");

    /// <summary>The rounds it is the median of.</summary>
    public static readonly Goal UnaffectedInEach = new("the same in each round", Most: null, "times");

    /// <summary>R15: a node that is asked to end ends.</summary>
    public static readonly Goal Ends = new("from asking a node to end until it has ended", 10);

    /// <summary>The same, measured where nothing is asked of it.</summary>
    public static Goal Only(Goal goal) => goal with { Most = null };
}
