package org.alliedregistry.security;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.Callers;
import org.alliedregistry.support.Contract;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every operation and every role: who may, and who is told what. */
@QuarkusTest
class RolesTest {

  private static final String EVERYBODY = "everybody reader delegate secretariat";
  private static final String RECORDERS = "delegate secretariat";
  private static final String SECRETARIAT = "secretariat";

  /** Operation → who may. A new operation needs a row here. */
  private static final Map<String, String> TABLE = new TreeMap<>();

  static {
    for (String read :
        List.of(
            "listAllies getAlly listCapabilities getCapability listConditions getCondition",
            "listExchangeRates getExchangeRates",
            "listConditionStatements getConditionStatement listBaselines getBaseline listPledges",
            "getPledge listStatements getStatement listPositions getCoverage getChanges getHistory",
            "getMarginals getTimeline askWhatIf listEvents streamEvents listProblemTypes",
            "getProblemType getSecurityContact listProgrammes getProgramme listReconciliation",
            "listAllStatements listDeclarations getDeclaration listDeclarationStatements",
            "getDeclarationStatement listGroups getGroup")) {
      for (String operation : read.split(" ")) {
        TABLE.put(operation, EVERYBODY);
      }
    }
    for (String operation : List.of("openPledge", "addStatement", "addConditionStatement")) {
      TABLE.put(operation, RECORDERS);
    }
    for (String writes :
        List.of(
            "addDeclaration addDeclarationStatement",
            "putAlly putCapability putExchangeRates putCondition putBaseline putPledge putProgramme"
                + " putGroup",
            "issueToken listTokens revokeToken getLedgerHead verifyLedger")) {
      for (String operation : writes.split(" ")) {
        TABLE.put(operation, SECRETARIAT);
      }
    }
  }

  private record Call(String method, String template, JsonNode operation) {

    String id() {
      return operation.path("operationId").asText();
    }
  }

  private final Map<String, ApiClient> callers = new LinkedHashMap<>();

  @BeforeEach
  void oneCallerOfEachRole() {
    Callers all = new Callers(ApiClient.secretariat());
    callers.put("everybody", all.everybody());
    callers.put("reader", all.reader());
    callers.put("delegate", all.delegate("EST"));
    callers.put("secretariat", all.secretariat());
  }

  @Test
  void everyOperationHasARowAndTheContractSaysTheSame() {
    Map<String, String> contract = new TreeMap<>();
    for (Call call : calls()) {
      contract.put(call.id(), rolesOf(call.operation()));
    }
    assertThat(contract).isEqualTo(TABLE);
  }

  private static String rolesOf(JsonNode operation) {
    List<String> roles = new ArrayList<>();
    operation.path("security").forEach(s -> s.path("bearer").forEach(r -> roles.add(r.asText())));
    return roles.isEmpty() ? EVERYBODY : String.join(" ", roles.stream().sorted().toList());
  }

  @Test
  void whoMayNotIsToldWhetherATokenIsMissingOrARole() {
    List<String> wrong = new ArrayList<>();
    for (Call call : calls()) {
      callers.forEach(
          (role, caller) -> {
            boolean may = List.of(TABLE.getOrDefault(call.id(), "").split(" ")).contains(role);
            int status = ask(call, caller).status();
            boolean right =
                may
                    ? status < 300 || List.of(404, 409, 428).contains(status)
                    : status == (role.equals("everybody") ? 401 : 403);
            if (!right) {
              wrong.add(call.id() + " by " + role + ": " + status);
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whoMayNotIsToldSoBeforeAnythingElse() {
    Callers all = new Callers(ApiClient.secretariat());
    ApiClient reader = all.reader();
    ApiClient everybody = all.everybody();
    String unknown = "/v1/pledges/00000000-0000-0000-0000-000000000000/statements";

    assertProblem(reader.send("POST", unknown, "{bad"), 403, "forbidden").withDetail("delegate");
    assertProblem(everybody.send("POST", unknown, "{bad"), 401, "unauthenticated");
    assertProblem(reader.put("/v1/allies/EST", Json.object("")), 403, "forbidden")
        .withDetail("secretariat");
  }

  private static List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    for (var path : Contract.document().path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        calls.add(new Call(method.getKey(), path.getKey(), method.getValue()));
      }
    }
    return calls;
  }

  /** With the examples of the contract; a stream is only asked whether it would open. */
  private static Answer ask(Call call, ApiClient caller) {
    String path = call.template();
    List<String> query = new ArrayList<>();
    for (JsonNode given : call.operation().path("parameters")) {
      JsonNode parameter = Contract.resolved(Contract.document(), given);
      String name = parameter.path("name").textValue();
      String example = parameter.path("example").asText();
      if (parameter.path("in").textValue().equals("path")) {
        path = path.replace("{" + name + "}", example);
      } else if (parameter.path("in").textValue().equals("query")
          && List.of("from", "to").contains(name)) {
        query.add(name + "=" + example);
      }
    }
    String address = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    JsonNode body =
        call.operation()
            .path("requestBody")
            .path("content")
            .path("application/json")
            .path("example");
    if (call.id().equals("streamEvents")) {
      return caller.send("HEAD", address, Map.of(), null);
    }
    return body.isMissingNode()
        ? caller.send(call.method().toUpperCase(java.util.Locale.ROOT), address, Map.of(), null)
        : caller.send(call.method().toUpperCase(java.util.Locale.ROOT), address, body.toString());
  }
}
