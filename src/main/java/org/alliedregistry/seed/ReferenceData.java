package org.alliedregistry.seed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.alliedregistry.baseline.web.BaselineBody;
import org.alliedregistry.baseline.web.BaselineCheck;
import org.alliedregistry.problem.Sent;
import org.alliedregistry.problem.StrictJson;
import org.alliedregistry.reference.web.AllyBody;
import org.alliedregistry.reference.web.CapabilityBody;
import org.alliedregistry.reference.web.ConditionBody;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Registry;

/** Allies, capabilities, conditions and baselines, through the checks that every write passes. */
final class ReferenceData {

  /** Under whose name it is recorded. */
  static final String RECORDER = "registry";

  private final StrictJson json;

  ReferenceData(StrictJson json) {
    this.json = json;
  }

  List<Function<Registry, List<Content>>> plans() {
    List<Function<Registry, List<Content>>> plans = new ArrayList<>();
    plans.addAll(
        each(
            "allies",
            AllyBody.class,
            (sent, now) ->
                new Content.AllyVersion(
                    sent.body().toAlly(String.valueOf(sent.body().code()), sent.faultsSoFar()))));
    plans.addAll(
        each(
            "capabilities",
            CapabilityBody.class,
            (sent, now) ->
                new Content.CapabilityVersion(
                    sent.body()
                        .toCapability(String.valueOf(sent.body().code()), sent.faultsSoFar()))));
    plans.addAll(
        each(
            "conditions",
            ConditionBody.class,
            (sent, now) ->
                new Content.ConditionVersion(
                    sent.body()
                        .toCondition(String.valueOf(sent.body().code()), sent.faultsSoFar()))));
    plans.addAll(
        each(
            "baselines",
            BaselineBody.class,
            (sent, now) ->
                new Content.BaselineVersion(
                    new BaselineCheck(now, sent.faultsSoFar())
                        .nextVersion(String.valueOf(sent.body().code()), sent.body()))));
    return plans;
  }

  private <T extends Record> List<Function<Registry, List<Content>>> each(
      String file, Class<T> type, BiFunction<Sent<T>, Registry, Content> content) {
    List<Function<Registry, List<Content>>> plans = new ArrayList<>();
    for (JsonNode item : Bundle.read(file)) {
      Sent<T> sent = json.read(item, type);
      plans.add(now -> List.of(content.apply(sent, now)));
    }
    return plans;
  }
}
