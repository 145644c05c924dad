package org.alliedregistry.domain.record;

import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.baseline.ExchangeRateSeries;
import org.alliedregistry.domain.declaration.DeclarationStatement;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.reference.Ally;
import org.alliedregistry.domain.reference.AllyGroup;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.domain.reference.ConditionStatement;
import org.alliedregistry.domain.reference.Programme;

/** The content of one ledger entry. It is never edited. */
public sealed interface EntryContent {

  /** The path of the resource that it is about. */
  String subject();

  /** The path of just this content. Two contents recorded at one instant never share it. */
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

  /** A statement on a declaration; the first one opens it. */
  record DeclarationStatementRecorded(DeclarationStatement statement) implements EntryContent {
    @Override
    public String subject() {
      return "/v1/declarations/" + statement.declaration();
    }

    @Override
    public String address() {
      return subject() + "/statements/" + statement.id();
    }
  }

  record ExchangeRatesVersionRecorded(ExchangeRateSeries series) implements EntryContent {
    @Override
    public String subject() {
      return "/v1/exchange-rates/" + series.rates().unit();
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

  record ProgrammeVersionRecorded(Programme programme) implements EntryContent {
    @Override
    public String subject() {
      return "/v1/programmes/" + programme.code();
    }
  }

  record GroupVersionRecorded(AllyGroup group) implements EntryContent {
    @Override
    public String subject() {
      return "/v1/groups/" + group.code();
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
