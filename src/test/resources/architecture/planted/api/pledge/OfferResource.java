package planted.api.pledge;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/offers")
public class OfferResource {

  @GET
  OfferView hidden() {
    return null;
  }

  @GET
  @Path("/innocent")
  public OfferView innocentAndOpen() {
    return null;
  }
}
