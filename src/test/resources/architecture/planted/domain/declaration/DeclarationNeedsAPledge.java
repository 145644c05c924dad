package planted.domain.declaration;

class DeclarationNeedsAPledge {
  planted.domain.pledge.Offer it;
}
