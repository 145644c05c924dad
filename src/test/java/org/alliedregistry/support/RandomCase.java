package org.alliedregistry.support;

import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.alliedregistry.domain.coverage.Coverage;
import org.alliedregistry.domain.coverage.RequirementCoverage;

/** A made-up registry and a question about it; the same seed always makes the same case. */
public record RandomCase(long seed, RandomRegistry registry, RandomQuestion question) {

  public static final List<String> CONDITIONS = RandomStatements.CONDITIONS;

  /** More of them: {@code -Dcases=2000}, as the thorough tests ask. */
  private static final int CASES = Integer.getInteger("cases", 300);

  public static Stream<RandomCase> all() {
    return LongStream.range(0, CASES).mapToObj(RandomCase::of);
  }

  /** Every requirement of every case. */
  public static void forEachAnswer(BiConsumer<RandomCase, RequirementCoverage> claim) {
    all().forEach(each -> each.answer().forEach(answer -> claim.accept(each, answer)));
  }

  private static RandomCase of(long seed) {
    Random random = new Random(seed * 7919);
    return new RandomCase(seed, RandomRegistry.of(random), RandomQuestion.of(random));
  }

  public List<RequirementCoverage> answer() {
    return answer(question);
  }

  public List<RequirementCoverage> answer(RandomQuestion asked) {
    return answer(asked, registry);
  }

  public List<RequirementCoverage> answer(RandomQuestion asked, RandomRegistry about) {
    return Coverage.of(asked.query(), about.coverageInput()).requirements();
  }

  /** What a failing claim shows. */
  @Override
  public String toString() {
    return "seed " + seed + ", " + question.query();
  }
}
