package planted.crowd;

class One18 {}
