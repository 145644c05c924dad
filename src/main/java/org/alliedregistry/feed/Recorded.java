package org.alliedregistry.feed;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.alliedregistry.baseline.web.BaselineView;
import org.alliedregistry.pledge.Pledge;
import org.alliedregistry.pledge.web.StatementView;
import org.alliedregistry.reference.Condition;
import org.alliedregistry.reference.Purpose;
import org.alliedregistry.reference.web.AllyView;
import org.alliedregistry.reference.web.CapabilityView;
import org.alliedregistry.reference.web.ConditionStatementView;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Entry;
import org.alliedregistry.registry.Stamped;
import org.jspecify.annotations.Nullable;

/**
 * What an entry recorded, as the interface shows it.
 *
 * @param what its kind, as in the type of its event
 */
record Recorded(String what, Object data) {

  /** Whose, of what and for what a pledge is, without its terms. */
  public record PledgeIdentity(
      String id,
      @Nullable String reference,
      List<String> allies,
      SortedMap<String, BigDecimal> shares,
      List<String> financedBy,
      String capability,
      Purpose purpose,
      String title,
      @Nullable String partOf) {

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
          pledge.partOf());
    }
  }

  /** A condition without its state. */
  public record ConditionDescription(String code, String description, boolean perAlly) {

    static ConditionDescription of(Condition condition) {
      return new ConditionDescription(
          condition.code(), condition.description(), condition.perAlly());
    }
  }

  static Recorded of(Entry entry) {
    Content content = entry.content();
    if (content instanceof Content.PledgeSaid said) {
      return new Recorded(
          "statement", StatementView.of(new Stamped<>(entry.stamp(), said.statement())));
    }
    if (content instanceof Content.PledgeVersion version) {
      return new Recorded("pledge", PledgeIdentity.of(version.pledge()));
    }
    if (content instanceof Content.ConditionSaid said) {
      return new Recorded(
          "condition-statement",
          ConditionStatementView.of(
              said.condition(), new Stamped<>(entry.stamp(), said.statement())));
    }
    if (content instanceof Content.ConditionVersion version) {
      return new Recorded("condition", ConditionDescription.of(version.condition()));
    }
    if (content instanceof Content.BaselineVersion version) {
      return new Recorded(
          "baseline", BaselineView.of(new Stamped<>(entry.stamp(), version.baseline())));
    }
    if (content instanceof Content.CapabilityVersion version) {
      return new Recorded("capability", CapabilityView.of(version.capability()));
    }
    return new Recorded("ally", AllyView.of(((Content.AllyVersion) content).ally()));
  }
}
