package org.alliedregistry.api.events;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.alliedregistry.api.baseline.BaselineView;
import org.alliedregistry.api.declaration.DeclarationStatementView;
import org.alliedregistry.api.pledge.StatementView;
import org.alliedregistry.api.reference.AllyView;
import org.alliedregistry.api.reference.CapabilityView;
import org.alliedregistry.api.reference.ConditionStatementView;
import org.alliedregistry.api.reference.ExchangeRatesView;
import org.alliedregistry.api.reference.GroupView;
import org.alliedregistry.api.reference.ProgrammeView;
import org.alliedregistry.domain.pledge.Origin;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.domain.reference.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * The payload of an event.
 *
 * @param what the kind of entry, as in the type of the event
 */
record EventPayload(String what, Object data) {

  /** The identity of a pledge, without its terms. */
  public record PledgeIdentity(
      String id,
      @Nullable String reference,
      List<String> allies,
      SortedMap<String, BigDecimal> shares,
      List<String> financedBy,
      String capability,
      Purpose purpose,
      String title,
      @Nullable String partOf,
      @Nullable String programme,
      @Nullable Origin origin) {

    static PledgeIdentity of(Pledge pledge) {
      return new PledgeIdentity(
          pledge.id(),
          pledge.reference(),
          pledge.allies(),
          pledge.shares(),
          pledge.financedBy(),
          pledge.capability(),
          pledge.purpose(),
          pledge.title(),
          pledge.partOf(),
          pledge.programme(),
          pledge.origin());
    }
  }

  /** A condition without its state. */
  public record ConditionDescription(String code, String description, boolean perAlly) {

    static ConditionDescription of(Condition condition) {
      return new ConditionDescription(
          condition.code(), condition.description(), condition.perAlly());
    }
  }

  static EventPayload of(Entry entry) {
    EntryContent content = entry.content();
    if (content instanceof EntryContent.StatementRecorded recorded) {
      return new EventPayload(
          "statement", StatementView.of(new Recorded<>(entry.stamp(), recorded.statement())));
    }
    if (content instanceof EntryContent.PledgeVersionRecorded version) {
      return new EventPayload("pledge", PledgeIdentity.of(version.pledge()));
    }
    if (content instanceof EntryContent.ConditionStatementRecorded recorded) {
      return new EventPayload(
          "condition-statement",
          ConditionStatementView.of(
              recorded.condition(), new Recorded<>(entry.stamp(), recorded.statement())));
    }
    if (content instanceof EntryContent.DeclarationStatementRecorded recorded) {
      return new EventPayload(
          "declaration-statement",
          DeclarationStatementView.of(new Recorded<>(entry.stamp(), recorded.statement())));
    }
    return ofReferenceData(entry);
  }

  private static EventPayload ofReferenceData(Entry entry) {
    EntryContent content = entry.content();
    if (content instanceof EntryContent.ConditionVersionRecorded version) {
      return new EventPayload("condition", ConditionDescription.of(version.condition()));
    }
    if (content instanceof EntryContent.BaselineVersionRecorded version) {
      return new EventPayload(
          "baseline", BaselineView.of(new Recorded<>(entry.stamp(), version.baseline())));
    }
    if (content instanceof EntryContent.ExchangeRatesVersionRecorded version) {
      return new EventPayload("exchange-rates", ExchangeRatesView.of(version.series()));
    }
    if (content instanceof EntryContent.CapabilityVersionRecorded version) {
      return new EventPayload("capability", CapabilityView.of(version.capability()));
    }
    if (content instanceof EntryContent.ProgrammeVersionRecorded version) {
      return new EventPayload("programme", ProgrammeView.of(version.programme()));
    }
    if (content instanceof EntryContent.GroupVersionRecorded version) {
      return new EventPayload("group", GroupView.of(version.group()));
    }
    return new EventPayload(
        "ally", AllyView.of(((EntryContent.AllyVersionRecorded) content).ally()));
  }
}
