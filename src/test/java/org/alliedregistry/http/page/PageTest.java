package org.alliedregistry.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A page is made of what it shows. */
class PageTest {

  private static final int ALL = 20_000;

  private final List<Integer> looked = new ArrayList<>();

  private Page<Integer> page(int from, int limit, IntPredicate asked) {
    looked.clear();
    return Page.of(
        IntStream.range(0, ALL).boxed(),
        from,
        limit,
        item -> {
          looked.add(item);
          return asked.test(item) ? Optional.of(item) : Optional.empty();
        });
  }

  @Test
  void onlyWhatIsShownAndTheFirstOfTheNextPageIsLookedAt() {
    Page<Integer> page = page(0, 1, item -> true);

    assertThat(page).isEqualTo(new Page<>(List.of(0), 1));
    assertThat(looked).containsExactly(0, 1);
  }

  @Test
  void thePageThatFollowsBeginsWithWhatWasLookedAtLast() {
    IntPredicate everyHundredth = item -> item % 100 == 50;
    Page<Integer> first = page(0, 2, everyHundredth);
    assertThat(first).isEqualTo(new Page<>(List.of(50, 150), 250));

    Page<Integer> second = page(first.next(), 2, everyHundredth);
    assertThat(second.shown()).containsExactly(250, 350);
    assertThat(looked).first().isEqualTo(250);
    assertThat(looked).hasSize(201);
  }

  @Test
  void aWalkLooksAtEachTwiceAtMost() {
    int looks = 0;
    List<Integer> walked = new ArrayList<>();
    Page<Integer> page = page(0, 7, item -> item % 3 == 0);
    while (true) {
      looks += looked.size();
      walked.addAll(page.shown());
      if (page.isLast()) {
        break;
      }
      page = page(page.next(), 7, item -> item % 3 == 0);
    }
    assertThat(walked)
        .containsExactlyElementsOf(
            IntStream.range(0, ALL).filter(i -> i % 3 == 0).boxed().toList());
    assertThat(looks).isLessThan(2 * ALL);
  }

  @Test
  void theLastPageHasNoNext() {
    assertThat(page(ALL - 2, 2, item -> true).isLast()).isTrue();
    assertThat(page(ALL, 2, item -> true)).isEqualTo(new Page<>(List.of(), -1));
    assertThat(page(ALL + 5, 2, item -> true).isLast()).isTrue();
  }
}
