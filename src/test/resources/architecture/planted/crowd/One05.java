package planted.crowd;

class One05 {}
