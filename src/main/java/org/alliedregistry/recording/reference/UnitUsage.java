package org.alliedregistry.recording.reference;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Progress;
import org.alliedregistry.domain.pledge.statement.StatementContent;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.domain.record.RegistrySnapshot;

/** Finds the units that are in use, and so cannot be removed. */
final class UnitUsage {

  private UnitUsage() {}

  /** The units of a capability in which a statement or a requirement states an amount. */
  static Set<String> unitsInUse(RegistrySnapshot registry, String capability) {
    Stream<String> pledged =
        registry.pledges().values().stream()
            .filter(record -> record.pledge().capability().equals(capability))
            .flatMap(record -> record.statements().stream())
            .flatMap(statement -> units(statement.value().content()));
    Stream<String> required =
        registry.baselines().values().stream()
            .flatMap(history -> history.versions().stream())
            .flatMap(version -> units(version.value(), capability));
    Set<String> units = new TreeSet<>();
    Stream.concat(pledged, required).forEach(units::add);
    return units;
  }

  private static Stream<String> units(StatementContent content) {
    return Stream.concat(
        Stream.ofNullable(content.amount().valueOrNull()).map(Quantity::unit),
        Stream.of(content.committed(), content.allocated(), content.inPlace())
            .flatMap(UnitUsage::units));
  }

  private static Stream<String> units(FieldValue<Progress> part) {
    return Stream.ofNullable(part.valueOrNull())
        .flatMap(
            p ->
                p instanceof Progress.Counted counted
                    ? Stream.of(counted.quantity().unit())
                    : p instanceof Progress.Some some ? Stream.of(some.unit()) : Stream.empty());
  }

  private static Stream<String> units(Baseline baseline, String capability) {
    return baseline.requirements().stream()
        .filter(requirement -> requirement.capability().equals(capability))
        .flatMap(requirement -> Stream.ofNullable(requirement.required()))
        .map(required -> required.unit());
  }
}
