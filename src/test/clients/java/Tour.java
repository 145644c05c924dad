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

/** The calls of docs/tour.md, made by the client that was generated from the contract. */
public final class Tour {

  private static final LocalDate DAY = LocalDate.of(2026, 7, 31);

  private final String address;
  private final ApiClient nobody;
  private final ApiClient secretariat;
  private String pledge;

  private Tour(String address, String token) {
    this.address = address;
    this.nobody = Stop.client(address, null);
    this.secretariat = Stop.client(address, token);
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

  private void readsCoverage() throws ApiException {
    CoverageApi api = new CoverageApi(nobody);
    Coverage today = api.getCoverage(APIGetCoverageRequest.newBuilder().build());
    Stop.check(today.getRequirements().size() == 6, today);
    RequirementCoverage land =
        api.getCoverage(
                APIGetCoverageRequest.newBuilder()
                    .validAt(DAY)
                    .evidence(EvidenceGrade.REPORTED)
                    .explain(true)
                    .build())
            .getRequirements()
            .get(0);
    Stop.check(land.getCounted().getHigh().intValueExact() >= 13950, land);
    Stop.check(!land.getTrace().isEmpty() && land.getVerdict() != null, land);
    RequirementCoverage unbounded =
        api.getCoverage(
                APIGetCoverageRequest.newBuilder().validAt(DAY).assume("AFTER_CEASEFIRE").build())
            .getRequirements()
            .get(0);
    Stop.check(unbounded.getCounted().getHigh() == null, unbounded);
  }

  private void readsTheRecord() throws ApiException {
    Positions positions =
        new PositionsApi(nobody)
            .listPositions(APIListPositionsRequest.newBuilder().validAt(DAY).build());
    Stop.check(positions.getItems().size() > 30, positions);
    PledgesApi api = new PledgesApi(nobody);
    PledgePage found =
        api.listPledges(APIListPledgesRequest.newBuilder().reference("EST-land-company").build());
    Pledge company = Stop.get(api, found.getItems().get(0).getId());
    Stop.check(company.getTerms().getAmount().getLow() == null, company);
    Stop.check(company.getTerms().getBasis().containsKey("amount"), company);
    PledgePage page = api.listPledges(APIListPledgesRequest.newBuilder().limit(2).build());
    Stop.check(page.getItems().size() == 2 && page.getNext() != null, page);
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
                Stop.said("2026-06-01")
                    .position(Position.PLEDGED)
                    .amount(Stop.quantity(1, 1, "battalion"))
                    .place(PlaceOfEmployment.IN_UKRAINE)
                    .conditions(List.of("AFTER_CEASEFIRE")));
    Pledge opened = api.openPledge(APIOpenPledgeRequest.newBuilder().newPledge(battalion).build());
    pledge = opened.getId();
    Interval pledged = opened.getTerms().getAmounts().getPLEDGED();
    Stop.check(pledged.getLow().intValueExact() == 300, opened);
    add(api, Stop.said("2026-06-15").committed(Stop.part(400)), null, null);
    Stop.check(Stop.get(api, pledge).getTerms().getRung() == Rung.COMMITTED, pledge);
  }

  private void writesOnlyWhatItHasRead() throws ApiException {
    PledgesApi api = new PledgesApi(secretariat);
    ApiResponse<StatementPage> list = statements(api, null);
    String tag = list.getHeaders().get("etag").get(0);
    Stop.check(Stop.failure(() -> statements(api, tag)).getCode() == 304, tag);
    NewStatement next = Stop.said("2026-06-20").allocated(new NewPart().unit("troops"));
    add(api, next, null, tag);
    Stop.check(Stop.failure(() -> add(api, next, null, tag)).getCode() == 412, tag);
  }

  private void repeatsSafely() throws ApiException {
    PledgesApi api = new PledgesApi(secretariat);
    String key = UUID.randomUUID().toString();
    NewStatement next = Stop.said("2026-07-01").inPlace(Stop.part(50));
    String first = add(api, next, key, null).getId();
    Stop.check(add(api, next, key, null).getId().equals(first), key);
  }

  private void isToldEveryFault() throws ApiException {
    NewStatement wrong = Stop.said("2026-07-01").amount(Stop.quantity(9, 3, "troop"));
    ApiException refused = Stop.failure(() -> add(new PledgesApi(secretariat), wrong, null, null));
    Stop.check(refused.getCode() == 400, refused);
    try {
      Problem problem =
          nobody.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
      Stop.check(!problem.getErrors().isEmpty() && problem.getStatus() == 400, problem);
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
                .evidence(EvidenceGrade.REPORTED)
                .build());
    Stop.check(history.getRequirements().get(0).getSegments().size() > 1, history);
    CoverageChanges changes =
        api.getChanges(
            APIGetChangesRequest.newBuilder()
                .from("2025-01-01")
                .to("2026-07-31")
                .evidence(EvidenceGrade.REPORTED)
                .build());
    Stop.check(changes.getRequirements().get(0).getSteps().get(0).getKind() != null, changes);
    CoverageThroughTime timeline =
        api.getTimeline(
            APIGetTimelineRequest.newBuilder()
                .from(LocalDate.of(2026, 8, 1))
                .to(LocalDate.of(2027, 12, 31))
                .rotation(3)
                .build());
    Stop.check(
        timeline.getRequirements().get(0).getPoolNeeded().intValueExact() == 60000, timeline);
    Marginals marginals =
        api.getMarginals(
            APIGetMarginalsRequest.newBuilder()
                .validAt(DAY)
                .evidence(EvidenceGrade.REPORTED)
                .build());
    Stop.check(!marginals.getRequirements().isEmpty(), marginals);
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
                    .amount(Stop.quantity(1, 1, "brigade"))
                    .place(PlaceOfEmployment.IN_UKRAINE));
    NewWhatIf question =
        new NewWhatIf()
            .pledges(List.of(supposed))
            .conditions(List.of(new SupposedState().code("AFTER_CEASEFIRE").state(State.MET)))
            .without(List.of("EST"));
    WhatIf answer =
        new CoverageApi(nobody)
            .askWhatIf(APIAskWhatIfRequest.newBuilder().newWhatIf(question).build());
    Stop.check(!answer.getDifference().isEmpty(), answer);
  }

  private void readsTheLedger() throws ApiException {
    PledgesApi api = new PledgesApi(nobody);
    var then = statements(api, null).getData().getItems().get(0).getRecordedAt();
    Pledge before =
        api.getPledge(APIGetPledgeRequest.newBuilder().id(pledge).knownAt(then).build());
    Stop.check(before.getTerms().getRung() == Rung.PLEDGED, before);
    EventPage events =
        new LedgerApi(nobody).listEvents(APIListEventsRequest.newBuilder().limit(2).build());
    Stop.check(events.getItems().size() == 2 && events.getItems().get(0).getData() != null, events);
    LedgerVerification whole =
        new LedgerApi(secretariat).verifyLedger(APIVerifyLedgerRequest.newBuilder().build());
    Stop.check(whole.getVerified(), whole);
  }

  private void seesWhatItMay() throws ApiException {
    PledgesApi norway =
        new PledgesApi(Stop.client(address, token(NewToken.RoleEnum.DELEGATE, "NOR")));
    PledgesApi reader = new PledgesApi(Stop.client(address, token(NewToken.RoleEnum.READER, null)));
    NewStatement told =
        Stop.said("2026-07-02")
            .amount(Stop.quantity(800, 900, "troops"))
            .releasability(Releasability.COALITION);
    Statement recorded = add(norway, told, null, null);
    Stop.check(recorded.getRecordedBy().equals("delegate:NOR"), recorded);
    Stop.check(Stop.high(Stop.get(reader, pledge)) == 900, recorded);
    Stop.check(Stop.high(Stop.get(new PledgesApi(nobody), pledge)) == 1, recorded);
  }

  private String token(NewToken.RoleEnum role, String ally) throws ApiException {
    NewToken asked = new NewToken().role(role).ally(ally).days(1);
    return new TokensApi(secretariat)
        .issueToken(APIIssueTokenRequest.newBuilder().newToken(asked).build())
        .getToken();
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
}
