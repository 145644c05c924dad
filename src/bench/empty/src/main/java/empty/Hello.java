package empty;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** All there is: one answer in JSON. */
@Path("/hello")
public class Hello {

  /** What is answered. */
  public record Answer(String hello) {}

  @GET
  public Answer get() {
    return new Answer("world");
  }
}
