package org.alliedregistry.api.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.alliedregistry.api.pledge.IntervalView;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.pledge.StatedBySides;
import org.alliedregistry.domain.pledge.statement.Progress;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.Purpose;
import org.alliedregistry.recording.ProgressBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What donor and recipient say of one field of a pledge, in answers. */
@Schema(
    name = "Reconciliation",
    description =
        "What donor and recipient say of one field of a pledge, in the unit of account of its"
            + " capability.")
public record ReconciliationView(
    @Schema(description = "The id of the pledge.") String pledge,
    List<String> allies,
    String capability,
    Purpose purpose,
    String title,
    @Schema(
            description =
                "What both speak of."
                    + "\n\n- `committed`: what is signed"
                    + "\n- `allocated`: what is tied to a named unit or item"
                    + "\n- `inPlace`: what is deployed, or delivered to the recipient",
            enumeration = {"committed", "allocated", "inPlace"})
        String field,
    @Schema(description = "The unit of account of the amounts.") String unit,
    @Schema(description = "The last word of the donor.") SideView donor,
    @Schema(description = "The last word of the recipient.") SideView recipient,
    @Schema(
            description =
                "donor - recipient: from the low of the donor less the high of the recipient, to the"
                    + " high of the donor less the low of the recipient. Below 0 where the recipient"
                    + " says more. A null bound is unbounded.")
        GapView difference,
    @Schema(description = "Whether the amounts of the two sides are not the same.") boolean differs,
    @Schema(
            description =
                "The amount of the pledge at this rung, as in terms.amounts. It covers what both"
                    + " sides say.")
        IntervalView counted,
    @Schema(description = "The grade of both statements.") EvidenceGrade evidence) {

  /** The last word of one side. */
  @Schema(name = "SideWord", description = "The last word of one side.")
  public record SideView(
      @Schema(description = "The certain amount.") BigDecimal low,
      @Schema(description = "The possible amount. Null = unbounded.") @Nullable BigDecimal high,
      @Schema(description = "As it was said. Null = expressly none or not known.")
          @Nullable ProgressBody said,
      @Schema(description = "The id of the statement.") String statement,
      @Schema(description = "The day from which it holds.") LocalDate saidOn,
      @Nullable String speaker) {

    private static SideView of(StatedBySides.LastWord word, Rung rung) {
      Statement statement = word.statement();
      return new SideView(
          word.amount().low(),
          word.amount().high(),
          ProgressBody.of(progress(statement, rung)),
          statement.id(),
          statement.attribution().saidOn(),
          statement.attribution().speaker());
    }
  }

  /** A difference of two amounts. */
  @Schema(
      name = "SignedInterval",
      description = "A difference of two amounts. A null bound is unbounded.")
  public record GapView(@Nullable BigDecimal low, @Nullable BigDecimal high) {}

  static ReconciliationView of(Pledge pledge, String unit, StatedBySides sides) {
    Rung rung = sides.rung();
    StatedBySides.Gap gap = sides.difference();
    return new ReconciliationView(
        pledge.id(),
        pledge.allies(),
        pledge.capability(),
        pledge.purpose(),
        pledge.title(),
        field(rung),
        unit,
        SideView.of(sides.donor(), rung),
        SideView.of(sides.recipient(), rung),
        new GapView(gap.low(), gap.high()),
        sides.differ(),
        IntervalView.of(sides.counted()),
        sides.donor().statement().attribution().evidence());
  }

  private static String field(Rung rung) {
    return switch (rung) {
      case IN_PLACE -> "inPlace";
      case ALLOCATED -> "allocated";
      case COMMITTED, PLEDGED, CONSIDERING -> "committed";
    };
  }

  private static @Nullable Progress progress(Statement statement, Rung rung) {
    return switch (rung) {
      case IN_PLACE -> statement.content().inPlace().valueOrNull();
      case ALLOCATED -> statement.content().allocated().valueOrNull();
      case COMMITTED, PLEDGED, CONSIDERING -> statement.content().committed().valueOrNull();
    };
  }
}
