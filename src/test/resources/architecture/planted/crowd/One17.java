package planted.crowd;

class One17 {}
