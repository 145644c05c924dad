package planted.crowd;

class One10 {}
