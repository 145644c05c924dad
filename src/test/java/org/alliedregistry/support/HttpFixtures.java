package org.alliedregistry.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Makes what a test needs, over HTTP and under codes of its own, so that no test sees another. */
public final class HttpFixtures {

  private static final AtomicLong NUMBER = new AtomicLong(System.currentTimeMillis() * 1000);

  /** On whose word, where a test does not care. */
  public static final String SAID =
      "saidOn: '2026-01-01', evidence: 'OFFICIAL', source: {title: 'Statement to parliament',"
          + " publisher: 'Ministry of Defence', url: 'https://example.org/said',"
          + " publishedOn: '2026-01-01'}";

  private final ApiClient api;
  private final String tag;

  public HttpFixtures(ApiClient api) {
    this.api = api;
    this.tag = Long.toString(NUMBER.incrementAndGet(), 36).toUpperCase(Locale.ROOT);
  }

  /** A code nobody else has, as {@code LAND_1ABC}. */
  public String code(String prefix) {
    return prefix + "_" + tag;
  }

  /** A reference, or the code of a baseline, nobody else has. */
  public String name(String prefix) {
    return prefix + "-" + tag.toLowerCase(Locale.ROOT);
  }

  /** Land forces, counted in troops. */
  public String land() {
    return capability("LAND", "'troops', 'company', 'battalion', 'brigade'");
  }

  public String capability(String prefix, String units) {
    String code = code(prefix);
    api.put(
            "/v1/capabilities/" + code,
            Json.object("name: 'Of a test', domain: 'LAND', units: [" + units + "]"))
        .expecting(201);
    return code;
  }

  public String condition(String prefix) {
    return condition(prefix, false);
  }

  public String condition(String prefix, boolean perAlly) {
    String code = code(prefix);
    api.put("/v1/conditions/" + code, Json.object("description: 'Of a test', perAlly: " + perAlly))
        .expecting(201);
    return code;
  }

  /** Somebody's official word on a condition; its id. */
  public String onCondition(String condition, String fields) {
    return api.post("/v1/conditions/" + condition + "/statements", statementBody(fields))
        .expecting(201)
        .json()
        .get("id")
        .asText();
  }

  /** The body of a baseline with a brigade of 5,000 troops and these requirements. */
  public static ObjectNode baselineBody(String requirements) {
    return Json.object(
        "title: 'Of a test', source: {title: 'Of a test'}, planningFactors: [{unit: 'brigade',"
            + " equals: {amount: 5000, unit: 'troops'}}], requirements: ["
            + requirements
            + "]");
  }

  /** A baseline of one line, {@code LAND}: four brigades for the guarantee force. */
  public String fourBrigades(String capability) {
    return baseline(
        "{code: 'LAND', title: 'Combat brigades', capability: '"
            + capability
            + "', required: {amount: 4, unit: 'brigade'}, purposes: ['GUARANTEE_FORCE']}");
  }

  public String baseline(String requirements) {
    String code = name("force");
    api.put("/v1/baselines/" + code, baselineBody(requirements)).expecting(201);
    return code;
  }

  /** The body of a statement. */
  public static ObjectNode statementBody(String fields) {
    return Json.with(Json.object(SAID), fields);
  }

  /** The body of a pledge to the guarantee force with its first statement. */
  public static ObjectNode pledgeBody(String allies, String capability, String says) {
    ObjectNode body =
        Json.object(
            "allies: ["
                + quoted(allies)
                + "], capability: '"
                + capability
                + "', purpose: 'GUARANTEE_FORCE', title: 'Of a test'");
    body.set("statement", statementBody(says));
    return body;
  }

  /** Opens a pledge; its id. */
  public String pledge(String allies, String capability, String says) {
    return pledge(pledgeBody(allies, capability, says));
  }

  /** Opens a pledge; its id. */
  public String pledge(ObjectNode body) {
    return api.post("/v1/pledges", body).expecting(201).json().get("id").asText();
  }

  /** Appends a statement; its id. */
  public String addStatement(String pledge, String says) {
    return api.post("/v1/pledges/" + pledge + "/statements", statementBody(says))
        .expecting(201)
        .json()
        .get("id")
        .asText();
  }

  /** The id of the statement a pledge began with. */
  public String firstStatement(String pledge) {
    return api.get("/v1/pledges/" + pledge + "/statements")
        .expecting(200)
        .json()
        .at("/items/0/id")
        .asText();
  }

  private static String quoted(String codes) {
    return "'" + codes.replace(",", "','") + "'";
  }
}
