package org.alliedregistry.seed;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.problem.Violations;
import org.alliedregistry.recording.PledgeUpdate;
import org.alliedregistry.recording.PledgeValidator;

/** Makes the steps for the fields of recorded pledges that have versions. */
final class PledgeVersions {

  private PledgeVersions() {}

  /** The step for a pledge of the bundled record. It does nothing if the pledge is not recorded. */
  static UpdateStep keep(BundledPledge pledge, StrictJson json) {
    ParsedBody<PledgeUpdate> wanted = json.read(pledge.version(), PledgeUpdate.class);
    return step(pledge.id(), before -> wanted.body(), wanted::faultsSoFar);
  }

  /**
   * The step for a recorded pledge that the bundled record does not have. It frees what a bundled
   * pledge needs: the reference of the pledge, and a whole that becomes a part.
   *
   * @param references the references of the bundled pledges
   * @param parts the ids of the bundled pledges that are parts
   */
  static UpdateStep release(String id, Set<String> references, Set<String> parts) {
    return step(
        id,
        before ->
            new PledgeUpdate(
                before.reference() == null || references.contains(before.reference())
                    ? null
                    : before.reference(),
                before.shares(),
                before.financedBy(),
                before.title(),
                before.partOf() == null || parts.contains(before.partOf()) ? null : before.partOf(),
                before.programme(),
                before.origin()),
        Violations::new);
  }

  private static UpdateStep step(
      String id, Function<Pledge, PledgeUpdate> wanted, Supplier<Violations> violations) {
    return new UpdateStep(
        "/v1/pledges/" + id,
        registry ->
            registry
                .pledge(id)
                .map(record -> change(registry, record, wanted, violations.get()))
                .orElse(Change.NONE));
  }

  private static Change change(
      RegistrySnapshot registry,
      PledgeRecord record,
      Function<Pledge, PledgeUpdate> wanted,
      Violations violations) {
    Pledge before = record.pledge();
    PledgeUpdate update = wanted.apply(before);
    if (PledgeValidator.version(before, update).equals(before)) {
      return Change.NONE;
    }
    List<Recorded<Pledge>> versions = record.versions().versions();
    if (!PublicRecord.isOwn(versions.get(versions.size() - 1))) {
      return Change.LEFT_ALONE;
    }
    Pledge next = new PledgeValidator(registry, violations).nextVersion(record, update);
    return new Change(
        Change.Kind.PLEDGE_CHANGED, List.of(new EntryContent.PledgeVersionRecorded(next)));
  }
}
