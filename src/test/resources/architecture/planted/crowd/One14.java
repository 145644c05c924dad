package planted.crowd;

class One14 {}
