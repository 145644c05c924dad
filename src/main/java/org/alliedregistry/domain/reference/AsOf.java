package org.alliedregistry.domain.reference;

import java.time.LocalDate;

/** From where the record is read: what held on a day, by words of this grade or stronger. */
public record AsOf(LocalDate validAt, EvidenceGrade evidence) {}
