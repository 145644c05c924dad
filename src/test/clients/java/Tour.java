import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.ApiResponse;
import org.openapitools.client.api.CoverageApi;
import org.openapitools.client.api.CoverageApi.*;
import org.openapitools.client.api.LedgerApi;
import org.openapitools.client.api.LedgerApi.*;
import org.openapitools.client.api.PledgesApi;
import org.openapitools.client.api.PledgesApi.*;
import org.openapitools.client.api.PositionsApi;
import org.openapitools.client.api.PositionsApi.*;
import org.openapitools.client.api.TokensApi;
import org.openapitools.client.api.TokensApi.*;
import org.openapitools.client.model.*;

/** The calls of the README's tour, made by the client that was generated from the contract. */
public final class Tour {

  private static final LocalDate DAY = LocalDate.of(2026, 7, 31);

  private final String address;
  private final ApiClient nobody;
  private final ApiClient secretariat;
  private String pledge;

  private Tour(String address, String token) {
    this.address = address;
    this.nobody = client(null);
    this.secretariat = client(token);
  }

  public static void main(String[] arguments) throws ApiException {
    Tour tour = new Tour(arguments[0], arguments[1]);
    tour.readsCoverage();
    tour.readsTheRecord();
    tour.writes();
    tour.writesOnlyWhatItHasRead();
    tour.repeatsSafely();
    tour.isToldEveryFault();
    tour.readsThroughTime();
    tour.asksWhatIf();
    tour.readsTheLedger();
    tour.seesWhatItMay();
    System.out.println("the tour is done");
  }

  private ApiClient client(String token) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(address);
    if (token != null) {
      client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    }
    return client;
  }

  private void readsCoverage() throws ApiException {
    CoverageApi api = new CoverageApi(nobody);
    Coverage today = api.getCoverage(APIGetCoverageRequest.newBuilder().build());
    check(today.getRequirements().size() == 6, today);
    RequirementCoverage land =
        api.getCoverage(
                APIGetCoverageRequest.newBuilder()
                    .validAt(DAY)
                    .evidence(Evidence.REPORTED)
                    .explain(true)
                    .build())
            .getRequirements()
            .get(0);
    check(land.getCounted().getHigh().intValueExact() >= 13950, land);
    check(!land.getTrace().isEmpty() && land.getVerdict() != null, land);
    RequirementCoverage unbounded =
        api.getCoverage(
                APIGetCoverageRequest.newBuilder().validAt(DAY).assume("AFTER_CEASEFIRE").build())
            .getRequirements()
            .get(0);
    check(unbounded.getCounted().getHigh() == null, unbounded);
  }

  private void readsTheRecord() throws ApiException {
    Positions positions =
        new PositionsApi(nobody)
            .listPositions(APIListPositionsRequest.newBuilder().validAt(DAY).build());
    check(positions.getItems().size() > 30, positions);
    PledgesApi api = new PledgesApi(nobody);
    PledgePage found =
        api.listPledges(APIListPledgesRequest.newBuilder().reference("EST-land-company").build());
    Pledge company = get(api, found.getItems().get(0).getId());
    check(company.getTerms().getAmount().getLow() == null, company);
    check(company.getTerms().getBasis().containsKey("amount"), company);
    PledgePage page = api.listPledges(APIListPledgesRequest.newBuilder().limit(2).build());
    check(page.getItems().size() == 2 && page.getNext() != null, page);
  }

  private void writes() throws ApiException {
    PledgesApi api = new PledgesApi(secretariat);
    NewPledge battalion =
        new NewPledge()
            .allies(List.of("NOR"))
            .capability("LAND_FORCES")
            .purpose(Purpose.GUARANTEE_FORCE)
            .title("Tour: a battalion")
            .statement(
                said("2026-06-01")
                    .position(Position.PLEDGED)
                    .amount(quantity(1, 1, "battalion"))
                    .place(Place.IN_UKRAINE)
                    .conditions(List.of("AFTER_CEASEFIRE")));
    Pledge opened = api.openPledge(APIOpenPledgeRequest.newBuilder().newPledge(battalion).build());
    pledge = opened.getId();
    Interval pledged = opened.getTerms().getAmounts().getPLEDGED();
    check(pledged.getLow().intValueExact() == 300, opened);
    add(api, said("2026-06-15").committed(part(400)), null, null);
    check(get(api, pledge).getTerms().getRung() == Rung.COMMITTED, pledge);
  }

  private void writesOnlyWhatItHasRead() throws ApiException {
    PledgesApi api = new PledgesApi(secretariat);
    ApiResponse<StatementPage> list = statements(api, null);
    String tag = list.getHeaders().get("etag").get(0);
    check(failure(() -> statements(api, tag)).getCode() == 304, tag);
    NewStatement next = said("2026-06-20").allocated(new NewPart().unit("troops"));
    add(api, next, null, tag);
    check(failure(() -> add(api, next, null, tag)).getCode() == 412, tag);
  }

  private void repeatsSafely() throws ApiException {
    PledgesApi api = new PledgesApi(secretariat);
    String key = UUID.randomUUID().toString();
    NewStatement next = said("2026-07-01").inPlace(part(50));
    String first = add(api, next, key, null).getId();
    check(add(api, next, key, null).getId().equals(first), key);
  }

  private void isToldEveryFault() throws ApiException {
    NewStatement wrong = said("2026-07-01").amount(quantity(9, 3, "troop"));
    ApiException refused = failure(() -> add(new PledgesApi(secretariat), wrong, null, null));
    check(refused.getCode() == 400, refused);
    try {
      Problem problem =
          nobody.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
      check(!problem.getErrors().isEmpty() && problem.getStatus() == 400, problem);
    } catch (java.io.IOException e) {
      throw new AssertionError("not a problem: " + refused.getResponseBody(), e);
    }
  }

  private void readsThroughTime() throws ApiException {
    CoverageApi api = new CoverageApi(nobody);
    CoverageThroughTime history =
        api.getHistory(
            APIGetHistoryRequest.newBuilder()
                .from(LocalDate.of(2025, 1, 1))
                .to(DAY)
                .evidence(Evidence.REPORTED)
                .build());
    check(history.getRequirements().get(0).getSegments().size() > 1, history);
    CoverageChanges changes =
        api.getChanges(
            APIGetChangesRequest.newBuilder()
                .from("2025-01-01")
                .to("2026-07-31")
                .evidence(Evidence.REPORTED)
                .build());
    check(changes.getRequirements().get(0).getSteps().get(0).getKind() != null, changes);
    CoverageThroughTime timeline =
        api.getTimeline(
            APIGetTimelineRequest.newBuilder()
                .from(LocalDate.of(2026, 8, 1))
                .to(LocalDate.of(2027, 12, 31))
                .rotation(3)
                .build());
    check(timeline.getRequirements().get(0).getPoolNeeded().intValueExact() == 60000, timeline);
    Marginals marginals =
        api.getMarginals(
            APIGetMarginalsRequest.newBuilder().validAt(DAY).evidence(Evidence.REPORTED).build());
    check(!marginals.getRequirements().isEmpty(), marginals);
  }

  private void asksWhatIf() throws ApiException {
    NewPledge supposed =
        new NewPledge()
            .allies(List.of("POL"))
            .capability("LAND_FORCES")
            .purpose(Purpose.GUARANTEE_FORCE)
            .title("Only supposed")
            .statement(
                new NewStatement()
                    .position(Position.PLEDGED)
                    .amount(quantity(1, 1, "brigade"))
                    .place(Place.IN_UKRAINE));
    NewWhatIf question =
        new NewWhatIf()
            .pledges(List.of(supposed))
            .conditions(List.of(new SupposedState().code("AFTER_CEASEFIRE").state(State.MET)))
            .without(List.of("EST"));
    WhatIf answer =
        new CoverageApi(nobody)
            .askWhatIf(APIAskWhatIfRequest.newBuilder().newWhatIf(question).build());
    check(!answer.getDifference().isEmpty(), answer);
  }

  private void readsTheLedger() throws ApiException {
    PledgesApi api = new PledgesApi(nobody);
    var then = statements(api, null).getData().getItems().get(0).getRecordedAt();
    Pledge before =
        api.getPledge(APIGetPledgeRequest.newBuilder().id(pledge).knownAt(then).build());
    check(before.getTerms().getRung() == Rung.PLEDGED, before);
    EventPage events =
        new LedgerApi(nobody).listEvents(APIListEventsRequest.newBuilder().limit(2).build());
    check(events.getItems().size() == 2 && events.getItems().get(0).getData() != null, events);
    LedgerVerification whole =
        new LedgerApi(secretariat).verifyLedger(APIVerifyLedgerRequest.newBuilder().build());
    check(whole.getVerified(), whole);
  }

  private void seesWhatItMay() throws ApiException {
    PledgesApi norway = new PledgesApi(client(token(NewToken.RoleEnum.DELEGATE, "NOR")));
    PledgesApi reader = new PledgesApi(client(token(NewToken.RoleEnum.READER, null)));
    NewStatement told =
        said("2026-07-02")
            .amount(quantity(800, 900, "troops"))
            .releasability(Releasability.COALITION);
    Statement recorded = add(norway, told, null, null);
    check(recorded.getRecordedBy().equals("delegate:NOR"), recorded);
    check(high(get(reader, pledge)) == 900, recorded);
    check(high(get(new PledgesApi(nobody), pledge)) == 1, recorded);
  }

  private String token(NewToken.RoleEnum role, String ally) throws ApiException {
    NewToken asked = new NewToken().role(role).ally(ally).days(1);
    return new TokensApi(secretariat)
        .issueToken(APIIssueTokenRequest.newBuilder().newToken(asked).build())
        .getToken();
  }

  private static int high(Pledge pledge) {
    return pledge.getTerms().getAmount().getHigh().intValueExact();
  }

  private static Pledge get(PledgesApi api, String id) throws ApiException {
    return api.getPledge(APIGetPledgeRequest.newBuilder().id(id).build());
  }

  private ApiResponse<StatementPage> statements(PledgesApi api, String tag) throws ApiException {
    return api.listStatementsWithHttpInfo(
        APIListStatementsRequest.newBuilder().id(pledge).ifNoneMatch(tag).build());
  }

  private Statement add(PledgesApi api, NewStatement next, String key, String tag)
      throws ApiException {
    return api.addStatement(
        APIAddStatementRequest.newBuilder()
            .id(pledge)
            .newStatement(next)
            .idempotencyKey(key)
            .ifMatch(tag)
            .build());
  }

  private static NewStatement said(String day) {
    return new NewStatement()
        .saidOn(LocalDate.parse(day))
        .evidence(Evidence.OFFICIAL)
        .source(new NewSource().title("A statement made up for this tour"));
  }

  private static NewQuantity quantity(int low, int high, String unit) {
    return new NewQuantity().low(BigDecimal.valueOf(low)).high(BigDecimal.valueOf(high)).unit(unit);
  }

  private static NewPart part(int troops) {
    return new NewPart()
        .low(BigDecimal.valueOf(troops))
        .high(BigDecimal.valueOf(troops))
        .unit("troops");
  }

  private interface Call {
    Object make() throws ApiException;
  }

  private static ApiException failure(Call call) {
    try {
      throw new AssertionError("this is answered: " + call.make());
    } catch (ApiException e) {
      return e;
    }
  }

  private static void check(boolean holds, Object seen) {
    if (!holds) {
      throw new AssertionError(String.valueOf(seen));
    }
  }
}
