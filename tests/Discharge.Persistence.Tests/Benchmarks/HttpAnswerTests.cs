using System.Text;
using Discharge.Benchmarks.Load;

namespace Discharge.Persistence.Tests.Benchmarks;

public sealed class HttpAnswerTests
{
    private const string Whole = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    private const string Problem = "HTTP/1.1 422 Unprocessable Entity\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n";

    [TestCase(Whole, 40)]
    [TestCase(Whole + "HTTP/1.1 2", 40, Description = "What has come of the next is not part of it")]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{}", 0, Description = "The body has not come whole")]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Le", 0, Description = "Nor have the headers")]
    [TestCase("HTTP/1.1 304 Not Modified\r\n\r\n", 29)]
    [TestCase(Problem, 77)]
    [TestCase("HTTP/1.1 422 Unprocessable Entity\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n", 0, Description = "The last chunk has not come whole")]
    public void An_answer_ends_where_its_headers_say(string come, int length) => Assert.That(HttpAnswer.LengthOf(Encoding.ASCII.GetBytes(come)), Is.EqualTo(length));

    [TestCase(Whole, 200)]
    [TestCase(Problem, 422)]
    public void It_says_what_became_of_the_request(string come, int status) => Assert.That(HttpAnswer.StatusOf(Encoding.ASCII.GetBytes(come)), Is.EqualTo(status));
}
