package org.alliedregistry.domain.record;

import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.Statement;
import org.alliedregistry.domain.reference.Ally;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.domain.reference.ConditionStatement;

/** What one ledger entry records. Each kind is added to and never edited. */
public sealed interface EntryContent {

  /** The resource it speaks of, as a path of the interface. */
  String subject();

  /** Where just this can be read; no two things recorded at one instant have one. */
  default String address() {
    return subject();
  }

  record AllyVersionRecorded(Ally ally) implements EntryContent {
    @Override
    public String subject() {
      return "/v1/allies/" + ally.code();
    }
  }

  record CapabilityVersionRecorded(Capability capability) implements EntryContent {
    @Override
    public String subject() {
      return "/v1/capabilities/" + capability.code();
    }
  }

  record ConditionVersionRecorded(Condition condition) implements EntryContent {
    @Override
    public String subject() {
      return "/v1/conditions/" + condition.code();
    }
  }

  record ConditionStatementRecorded(String condition, ConditionStatement statement)
      implements EntryContent {
    @Override
    public String subject() {
      return "/v1/conditions/" + condition;
    }

    @Override
    public String address() {
      return subject() + "/statements/" + statement.id();
    }
  }

  record BaselineVersionRecorded(Baseline baseline) implements EntryContent {
    @Override
    public String subject() {
      return "/v1/baselines/" + baseline.code();
    }

    @Override
    public String address() {
      return subject() + "?version=" + baseline.version();
    }
  }

  record PledgeVersionRecorded(Pledge pledge) implements EntryContent {
    @Override
    public String subject() {
      return "/v1/pledges/" + pledge.id();
    }
  }

  record StatementRecorded(Statement statement) implements EntryContent {
    @Override
    public String subject() {
      return "/v1/pledges/" + statement.pledge();
    }

    @Override
    public String address() {
      return subject() + "/statements/" + statement.id();
    }
  }
}
