package planted.crowd;

class One12 {}
