using Microsoft.AspNetCore.Authorization;

namespace Discharge.Api.Access;

/// <summary>What a caller of this endpoint must be permitted to do. It is asked before anything of the request is read.</summary>
/// <param name="operation">What.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresAttribute(Operation operation) : Attribute, IAuthorizationRequirementData
{
    /// <summary>What.</summary>
    public Operation Operation => operation;

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new Permitted(operation)];
}

/// <summary>That the caller's role permits an operation.</summary>
internal sealed class Permitted(Operation operation) : AuthorizationHandler<Permitted>, IAuthorizationRequirement
{
    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Permitted requirement)
    {
        if (requirement == this && Caller.From(context.User)?.May(operation) is true)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
