package org.alliedregistry.registry;

import org.alliedregistry.baseline.Baseline;
import org.alliedregistry.pledge.Pledge;
import org.alliedregistry.pledge.Statement;
import org.alliedregistry.reference.Ally;
import org.alliedregistry.reference.Capability;
import org.alliedregistry.reference.Condition;
import org.alliedregistry.reference.ConditionStatement;

/** What one ledger entry records. Each kind is added to and never edited. */
public sealed interface Content {

  /** The resource it speaks of, as a path of the interface. */
  String subject();

  /** Where just this can be read; no two things recorded at one instant have one. */
  default String address() {
    return subject();
  }

  record AllyVersion(Ally ally) implements Content {
    @Override
    public String subject() {
      return "/v1/allies/" + ally.code();
    }
  }

  record CapabilityVersion(Capability capability) implements Content {
    @Override
    public String subject() {
      return "/v1/capabilities/" + capability.code();
    }
  }

  record ConditionVersion(Condition condition) implements Content {
    @Override
    public String subject() {
      return "/v1/conditions/" + condition.code();
    }
  }

  record ConditionSaid(String condition, ConditionStatement statement) implements Content {
    @Override
    public String subject() {
      return "/v1/conditions/" + condition;
    }

    @Override
    public String address() {
      return subject() + "/statements/" + statement.id();
    }
  }

  record BaselineVersion(Baseline baseline) implements Content {
    @Override
    public String subject() {
      return "/v1/baselines/" + baseline.code();
    }

    @Override
    public String address() {
      return subject() + "?version=" + baseline.version();
    }
  }

  record PledgeVersion(Pledge pledge) implements Content {
    @Override
    public String subject() {
      return "/v1/pledges/" + pledge.id();
    }
  }

  record PledgeSaid(Statement statement) implements Content {
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
