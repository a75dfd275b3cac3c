using Discharge.Api.Demo;

namespace Discharge.Api;

/// <summary>What the program can be asked to do, for whoever asks it for help.</summary>
public static class Usage
{
    /// <summary>The program's own commands; those of its libraries are listed after it.</summary>
    public const string Text = $"""
        Discharge: the record of people on their way home from hospital, over HTTP.

          (nothing)                 run the service; --urls http://127.0.0.1:5081 says where to listen
          {Demonstration.Argument}                    run it with a ward of invented people (Development only)
          migrate                   bring the database up to date, as its owner, and end
          rebuild                   write everything that is shown anew from the record, while the service runs, and end;
                                    with {RebuildConsole.BesideWork} slowly, so that people who work meanwhile notice little
          prove                     prove of every entry on record that it is as it was recorded, name those that are not, and end
          codegen write             write the generated code of the endpoints anew (from src/Discharge.Api)
          help                      this, and the commands of the libraries below

        The settings are listed in the README.
        """;

    /// <summary>What may be given beside it.</summary>
    public const string Options = $"The options are {Demonstration.Argument}, --urls, --environment and --contentRoot, and settings by their name, such as --ConnectionStrings:Discharge.";

    /// <summary>Whether an argument is an option of the program: one it has, or a setting by its name.</summary>
    public static bool Knows(string argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        var name = argument.Split('=')[0];
        return name is Demonstration.Argument or "--urls" or "--environment" or "--contentRoot" or "--applicationName" || name.Contains(':', StringComparison.Ordinal) || name.Contains("__", StringComparison.Ordinal);
    }
}
