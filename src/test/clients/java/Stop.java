import java.math.BigDecimal;
import java.time.LocalDate;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.PledgesApi;
import org.openapitools.client.api.PledgesApi.*;
import org.openapitools.client.model.*;

/**
 * What each stop of the tour says, and how it holds what it is answered against what it must be.
 */
final class Stop {

  private Stop() {}

  static NewStatement said(String day) {
    return new NewStatement()
        .saidOn(LocalDate.parse(day))
        .evidence(EvidenceGrade.OFFICIAL)
        .source(new NewSource().title("A statement made up for this tour"));
  }

  static NewQuantity quantity(int low, int high, String unit) {
    return new NewQuantity().low(BigDecimal.valueOf(low)).high(BigDecimal.valueOf(high)).unit(unit);
  }

  static NewPart part(int troops) {
    return new NewPart()
        .low(BigDecimal.valueOf(troops))
        .high(BigDecimal.valueOf(troops))
        .unit("troops");
  }

  interface Call {
    Object make() throws ApiException;
  }

  static ApiException failure(Call call) {
    try {
      throw new AssertionError("this is answered: " + call.make());
    } catch (ApiException e) {
      return e;
    }
  }

  static void check(boolean holds, Object seen) {
    if (!holds) {
      throw new AssertionError(String.valueOf(seen));
    }
  }

  static int high(Pledge pledge) {
    return pledge.getTerms().getAmount().getHigh().intValueExact();
  }

  static Pledge get(PledgesApi api, String id) throws ApiException {
    return api.getPledge(APIGetPledgeRequest.newBuilder().id(id).build());
  }

  /** A client of one caller; without a token where it is null. */
  static ApiClient client(String address, String token) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(address);
    if (token != null) {
      client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    }
    return client;
  }
}
