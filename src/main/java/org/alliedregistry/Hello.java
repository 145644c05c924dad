package org.alliedregistry;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/v1/hello")
public class Hello {
  @GET
  public String hello() {
    return "hi";
  }
}
