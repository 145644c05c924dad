package org.alliedregistry.domain.reference;

import java.time.LocalDate;

/** The day that a question is about, and the weakest grade of evidence that it accepts. */
public record AsOf(LocalDate validAt, EvidenceGrade evidence) {}
