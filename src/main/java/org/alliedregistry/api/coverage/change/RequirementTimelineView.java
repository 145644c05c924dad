package org.alliedregistry.api.coverage.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.alliedregistry.api.pledge.IntervalView;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.coverage.DateRange;
import org.alliedregistry.domain.coverage.Score;
import org.alliedregistry.domain.coverage.Verdict;
import org.alliedregistry.domain.coverage.change.MilestoneTimeline;
import org.alliedregistry.domain.coverage.change.RequirementTimeline;
import org.alliedregistry.recording.RequirementBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The coverage of one requirement on a range of days, in answers. */
@Schema(
    name = "Course",
    description =
        "How far one requirement is covered on each day. Each change of what is counted or stated begins a new segment. Both"
            + " ends are inclusive. fill and coveredShare are null if no amount is required. For a"
            + " milestone, all amounts are null, and each change of the verdict begins a segment.")
public record RequirementTimelineView(
    String code,
    String title,
    @Schema(description = "Null for a milestone.") @Nullable String capability,
    @Schema(description = "The unit of account. Null for a milestone.") @Nullable String unit,
    @Schema(description = "The required amount in the unit of account.")
        @Nullable BigDecimal required,
    @Schema(description = "With a rotation: the pool that sustains the required amount.")
        @Nullable BigDecimal poolNeeded,
    List<SegmentView> segments,
    @Schema(description = "The days on which the requirement is NOT_MET. Adjacent days are merged.")
        List<SpanView> uncovered,
    @Schema(
            description =
                "low is the share of the days on which the requirement is MET. high is the share of"
                    + " the days on which it is not NOT_MET. Both are truncated to four decimals.")
        @Nullable IntervalView coveredShare,
    @Schema(description = RequirementBody.MILESTONE) @Nullable String milestone) {

  /** A range of days. */
  @Schema(name = "Span")
  public record SpanView(LocalDate from, LocalDate to) {

    static SpanView of(DateRange span) {
      return new SpanView(span.from(), span.to());
    }
  }

  /** A range of days with one score and one count on stated numbers. */
  @Schema(name = "Segment")
  public record SegmentView(
      LocalDate from,
      LocalDate to,
      @Schema(description = "With a rotation: the sustained amount.")
          @Nullable IntervalView counted,
      @Schema(
              description =
                  "The count on stated numbers alone. With a rotation: what they sustain.")
          @Nullable IntervalView stated,
      @Nullable IntervalView fill,
      Verdict verdict,
      @Schema(description = "With a rotation: the whole amount that rotates.")
          @Nullable IntervalView pool,
      @Schema(description = "With a rotation: the missing part of the required pool.")
          @Nullable IntervalView poolMissing) {

    static SegmentView of(MilestoneTimeline.Segment segment) {
      return new SegmentView(
          segment.days().from(),
          segment.days().to(),
          null,
          null,
          null,
          segment.verdict(),
          null,
          null);
    }

    static SegmentView of(RequirementTimeline.Segment segment) {
      Score score = segment.score();
      Score.Pool pool = score.pool();
      return new SegmentView(
          segment.days().from(),
          segment.days().to(),
          IntervalView.of(score.counted()),
          IntervalView.of(segment.stated()),
          IntervalView.ofNullable(score.fill()),
          score.verdict(),
          pool == null ? null : IntervalView.of(pool.counted()),
          pool == null ? null : IntervalView.ofNullable(pool.missing()));
    }
  }

  /** The requirements and milestones in the order of the baseline. */
  static List<RequirementTimelineView> of(
      Baseline baseline,
      List<RequirementTimeline> requirements,
      List<MilestoneTimeline> milestones) {
    return baseline.inOrder(
        requirements.stream().map(RequirementTimelineView::of).toList(),
        milestones.stream().map(RequirementTimelineView::of).toList());
  }

  private static RequirementTimelineView of(MilestoneTimeline timeline) {
    return new RequirementTimelineView(
        timeline.milestone().code(),
        timeline.milestone().title(),
        null,
        null,
        null,
        null,
        timeline.segments().stream().map(SegmentView::of).toList(),
        timeline.uncovered().stream().map(SpanView::of).toList(),
        null,
        timeline.milestone().milestone());
  }

  private static RequirementTimelineView of(RequirementTimeline timeline) {
    Score.Pool pool = timeline.segments().get(0).score().pool();
    return new RequirementTimelineView(
        timeline.requirement().code(),
        timeline.requirement().title(),
        timeline.requirement().capability(),
        timeline.unitOfAccount(),
        timeline.requiredInAccount(),
        pool == null ? null : pool.needed(),
        timeline.segments().stream().map(SegmentView::of).toList(),
        timeline.uncovered().stream().map(SpanView::of).toList(),
        IntervalView.ofNullable(timeline.coveredShare()),
        null);
  }
}
