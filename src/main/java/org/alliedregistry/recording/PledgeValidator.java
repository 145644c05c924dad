package org.alliedregistry.recording;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.quantity.Exact;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.Purpose;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Checks the identity of a pledge against the record. */
public final class PledgeValidator {

  private static final String REFERENCE = "[^\\s\\p{Z},]{1,200}";
  private static final int SHARE_DIGITS = 15;

  private final RegistrySnapshot registry;
  private final Violations violations;

  public PledgeValidator(RegistrySnapshot registry, Violations violations) {
    this.registry = registry;
    this.violations = violations;
  }

  /** Checks allies, capability, purpose and the other fields; returns the capability if known. */
  @Nullable Capability checkIdentity(NewPledge body) {
    List<String> allies = body.allies() == null ? List.of() : body.allies();
    checkAllies(allies, "/allies");
    checkVersion(body.version(), allies, body.capability(), body.purpose(), null);
    if (body.capability() == null) {
      return null;
    }
    violations.addIfUnknown(
        body.capability(), "capability", registry.capabilities().keySet(), "/capability");
    return registry.capability(body.capability()).orElse(null);
  }

  /** The new pledge. Call this only if there is no violation. */
  Pledge open(String id, NewPledge body, String writer) {
    Pledge pledge =
        new Pledge(
            id,
            body.reference(),
            Objects.requireNonNull(body.allies()),
            shares(body.shares()),
            body.financedBy() == null ? List.of() : body.financedBy(),
            Objects.requireNonNull(body.capability()),
            Objects.requireNonNull(body.purpose()),
            Objects.requireNonNull(body.title()),
            body.partOf(),
            body.programme(),
            body.origin());
    refuseKnownReference(pledge, writer);
    return pledge;
  }

  /** The next version of a recorded pledge; throws if there is a violation. */
  public Pledge nextVersion(PledgeRecord record, PledgeUpdate body) {
    Pledge before = record.pledge();
    checkVersion(body, before.allies(), before.capability(), before.purpose(), before.id());
    violations.refuseIfAny(ProblemException::ofBody);
    Pledge next = version(before, body);
    refuseKnownReference(next, record.versions().first().recordedBy());
    return next;
  }

  /**
   * The pledge with other values in the fields that have versions. They are not checked.
   *
   * @param body must have a title
   */
  public static Pledge version(Pledge before, PledgeUpdate body) {
    return new Pledge(
        before.id(),
        body.reference(),
        before.allies(),
        shares(body.shares()),
        body.financedBy() == null ? List.of() : body.financedBy(),
        before.capability(),
        before.purpose(),
        Objects.requireNonNull(body.title()),
        body.partOf(),
        body.programme(),
        body.origin());
  }

  private void checkVersion(
      PledgeUpdate body,
      List<String> allies,
      @Nullable String capability,
      @Nullable Purpose purpose,
      @Nullable String self) {
    violations.addIf(
        body.reference() != null && !body.reference().matches(REFERENCE),
        "/reference",
        "must have 1 to 200 characters, without spaces and commas");
    checkAllies(body.financedBy() == null ? List.of() : body.financedBy(), "/financedBy");
    checkShares(body.shares(), allies);
    if (body.programme() != null) {
      violations.addIfUnknown(
          body.programme(), "programme", registry.programmes().keySet(), "/programme");
    }
    if (body.partOf() != null) {
      checkWhole(body.partOf(), capability, purpose, self);
    }
  }

  private void checkAllies(List<String> codes, String pointer) {
    for (int i = 0; i < codes.size(); i++) {
      violations.addIfUnknown(codes.get(i), "ally", registry.allies().keySet(), pointer + "/" + i);
    }
    violations.addIf(
        new HashSet<>(codes).size() < codes.size(), pointer, "must name each ally once");
  }

  private void checkShares(@Nullable Map<String, BigDecimal> shares, List<String> allies) {
    if (shares == null || shares.isEmpty()) {
      return;
    }
    violations.addIf(
        !shares.keySet().equals(new HashSet<>(allies)),
        "/shares",
        "must have one weight for each ally of the pledge");
    shares.forEach(
        (ally, weight) ->
            violations.addIf(
                weight.signum() <= 0
                    || weight.scale() > 3
                    || weight.precision() - weight.scale() > SHARE_DIGITS,
                "/shares/" + ally,
                "must be above 0 and at most 10^15, with at most 3 decimals"));
  }

  private void checkWhole(
      String whole, @Nullable String capability, @Nullable Purpose purpose, @Nullable String self) {
    PledgeRecord record = registry.pledge(whole).orElse(null);
    if (record == null || whole.equals(self)) {
      violations.add("/partOf", "must be the id of another pledge");
      return;
    }
    violations.addIf(
        record.pledge().partOf() != null, "/partOf", "is itself a part. Use the id of its whole");
    violations.addIf(
        self != null && registry.pledges().partsOf(self).findAny().isPresent(),
        "/partOf",
        "must be left out, because this pledge has parts of its own");
    violations.addIf(
        (capability != null && !record.pledge().capability().equals(capability))
            || (purpose != null && record.pledge().purpose() != purpose),
        "/partOf",
        "must be a pledge of the same capability and purpose");
  }

  private void refuseKnownReference(Pledge pledge, String writer) {
    String reference = pledge.reference();
    if (reference == null) {
      return;
    }
    registry
        .pledges()
        .find(writer, reference)
        .map(record -> record.pledge().id())
        .filter(other -> !other.equals(pledge.id()))
        .ifPresent(
            other -> {
              throw ProblemException.because(
                  ProblemType.REFERENCE_TAKEN,
                  "The pledge "
                      + other
                      + ", opened by "
                      + writer
                      + ", already has the reference "
                      + reference
                      + ".");
            });
  }

  private static SortedMap<String, BigDecimal> shares(@Nullable Map<String, BigDecimal> sent) {
    SortedMap<String, BigDecimal> shares = new TreeMap<>();
    if (sent != null) {
      sent.forEach((ally, weight) -> shares.put(ally, Exact.plain(weight)));
    }
    return shares;
  }
}
